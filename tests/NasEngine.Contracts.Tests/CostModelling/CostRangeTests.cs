namespace NasEngine.Contracts.Tests.CostModelling;

public sealed class CostRangeTests
{
    public static TheoryData<string> Spaces => ConditionalSpaces.Names;

    [Theory]
    [MemberData(nameof(Spaces))]
    public void The_range_of_a_chain_is_that_of_going_through_all_architectures(string name)
    {
        var space = ConditionalSpaces.Named(name);
        for (ulong seed = 0; seed < 20; seed++)
        {
            var chain = new RandomParts(space, seed);
            var all = ConditionalSpaces.All(space).Select(chain.Sum).ToArray();

            var range = CostRange.OfParts(space, chain)!.Value;

            range.Least.Should().BeApproximately(all.Min(), 1e-9);
            range.Most.Should().BeApproximately(all.Max(), 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Spaces))]
    public void A_small_space_is_gone_through(string name)
    {
        var space = ConditionalSpaces.Named(name);
        var chain = new RandomParts(space, 1);
        var all = ConditionalSpaces.All(space).Select(chain.Sum).ToArray();

        CostRange.Of(space, chain.Sum).Should().Be(new CostRange(all.Min(), all.Max()));
    }

    [Fact]
    public void The_range_of_a_large_space_that_does_not_come_apart_is_not_known() => CostRange
        .Of(new DecisionSpace("wide", Enumerable.Range(0, 20).Select(i => new Decision($"d{i}", ["0", "1"]))), _ => 1).Should().BeNull();

    /// <summary>A part per decision and its neighbour; costs and what is left are drawn by all that they depend on.</summary>
    private sealed class RandomParts(DecisionSpace space, ulong seed) : IPartCosts
    {
        public int Parts => space.Decisions.Length;

        public int Start => 0;

        public ReadOnlySpan<int> Decisions(int part) => part == 0 ? [0] : new[] { part - 1, part };

        public (double Cost, int Left) Of(int part, int left, ReadOnlySpan<int> values)
        {
            var random = RandomSource.For(seed, (((left * 10L) + values[Math.Max(0, part - 1)] + 1) * 10) + values[part] + 1, $"part {part}");
            return (random.NextDouble() - 0.3, random.NextInt(2));
        }

        public double Sum(Architecture architecture)
        {
            var (sum, left) = (0.0, Start);
            for (var part = 0; part < Parts; part++)
            {
                (var cost, left) = Of(part, left, architecture.Values.AsSpan());
                sum += cost;
            }

            return sum;
        }
    }
}
