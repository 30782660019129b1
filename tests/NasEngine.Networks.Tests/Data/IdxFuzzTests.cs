using System.Buffers.Binary;
using NasEngine.Contracts;
using NasEngine.Tests;

namespace NasEngine.Networks.Tests.Data;

/// <summary>Damaged IDX files: a sentence, or the bytes that are there.</summary>
public sealed class IdxFuzzTests : IDisposable
{
    private const int Damages = 4000;

    private static readonly byte[] Likely = [0, 1, 3, 8, 0x1F, 0x8B, 0x7F, 0xFF];

    private readonly IdxFixture _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_damaged_file_is_refused_or_holds_what_its_header_says()
    {
        var whole = IdxFixture.Idx([4, 2, 3], [.. Enumerable.Range(0, 24).Select(value => (byte)value)]);
        for (var number = 0; number < Damages; number++)
        {
            var damaged = Mutation.Of(whole, number, Likely);
            if (Read(_files.Write("damaged", damaged)) is { } array)
            {
                array.Values.Should().Equal(damaged[16..], "damage {0}", number);
                array.Dimensions.Should().Equal(
                    Enumerable.Range(0, 3).Select(place => BinaryPrimitives.ReadInt32BigEndian(damaged.AsSpan(4 + (4 * place)))));
            }
        }
    }

    [Fact]
    public void A_damaged_gzip_file_is_refused_or_holds_what_it_held()
    {
        var values = Enumerable.Range(0, 2400).Select(value => (byte)(value * value)).ToArray();
        var whole = File.ReadAllBytes(_files.WriteGzip("whole", IdxFixture.Idx([400, 2, 3], values)));
        for (var number = 0; number < Damages; number++)
        {
            Read(_files.Write("damaged", Mutation.Of(whole, number, Likely)))?.Values.Should().Equal(values, "damage {0}", number);
        }
    }

    [Fact]
    public void A_header_that_promises_two_gigabytes_takes_no_more_memory_than_the_file_has()
    {
        var path = _files.Write("promise", [0, 0, 8, 3, 0x7F, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 7]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(path).Should().BeNull();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(32 << 20);
    }

    private static IdxArray? Read(string path)
    {
        try
        {
            return IdxReader.Read(path, rank: 3);
        }
        catch (InputException)
        {
            return null;
        }
    }
}
