using System.Buffers;
using Compat.MessagePack.Tests.Types;
using MessagePack;

namespace Compat.MessagePack.Tests.Hostile;

public sealed class SegmentTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void Input_in_pieces_reads_as_input_in_one_piece(int size)
    {
        foreach (var target in new object[] { "a string that spans pieces", new Node(1, [new Node(2, null)]), Guid.Empty, 1.5m, DateTime.UnixEpoch })
        {
            var bytes = MessagePackSerializer.Serialize(target.GetType(), target);
            var reader = new MessagePackReader(Split(bytes, size));

            MessagePackSerializer.Deserialize(target.GetType(), ref reader).Should().BeEquivalentTo(target);
            reader.End.Should().BeTrue();
            reader.Consumed.Should().Be(bytes.Length);
            reader.Position.Should().Be(reader.Sequence.End);
        }
    }

    [Fact]
    public void A_raw_value_is_given_as_it_stands()
    {
        var reader = new MessagePackReader(Split(Convert.FromHexString("93a3616263920102c0"), 2));

        reader.ReadArrayHeader();
        Convert.ToHexStringLower(reader.ReadRaw().ToArray()).Should().Be("a3616263");
        Convert.ToHexStringLower(reader.ReadRaw().ToArray()).Should().Be("920102");
        reader.TryReadNil().Should().BeTrue();
    }

    private static ReadOnlySequence<byte> Split(byte[] bytes, int size)
    {
        var first = new Segment(bytes.AsMemory(0, Math.Min(size, bytes.Length)), 0);
        var last = first;
        for (var at = size; at < bytes.Length; at += size)
        {
            last = last.Append(bytes.AsMemory(at, Math.Min(size, bytes.Length - at)));
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, long start)
        {
            Memory = memory;
            RunningIndex = start;
        }

        public Segment Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
