using System.Globalization;
using MessagePack;

namespace Compat.MessagePack.Tests.Hostile;

public sealed class FuzzTests
{
    // Exceptions and their traces, and the smallest arrays and dictionaries at each level of nesting.
    private const long Overhead = 512 * 1024;

    // About ten seconds; FUZZ_INPUTS sets another number.
    private static readonly int Inputs =
        int.Parse(Environment.GetEnvironmentVariable("FUZZ_INPUTS") ?? "1000000", CultureInfo.InvariantCulture);

    [Fact]
    public void Malformed_input_is_read_or_refused_and_takes_no_more_memory_than_its_size_warrants()
    {
        var fuzz = new FuzzInput(seed: 42);
        var targets = FuzzTarget.All;
        var refused = 0;
        for (var i = 0; i < Inputs; i++)
        {
            var target = targets[i % targets.Count];
            var input = fuzz.Next(target.Sample);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                target.Read(input);
            }
            catch (MessagePackSerializationException)
            {
                refused++;
            }

            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (i >= 20 * targets.Count && allocated > Overhead + (64L * input.Length))
            {
                Assert.Fail($"{allocated} bytes for {Convert.ToHexStringLower(input)} at input {i}");
            }
        }

        refused.Should().BeGreaterThan(Inputs / 3);
    }
}
