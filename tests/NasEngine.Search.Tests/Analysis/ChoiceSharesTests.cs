using NasEngine.Contracts;

namespace NasEngine.Search.Tests.Analysis;

/// <summary>The distribution over architectures by stretches of candidates.</summary>
public sealed class ChoiceSharesTests
{
    private static readonly DecisionSpace Space = new("s", [new Decision("a", ["x", "y"]), new Decision("b", ["0", "1", "2"])
    {
        When = new Condition(0, [1]),
    }]);

    [Fact]
    public void Each_candidate_is_a_stretch_of_its_own_while_there_is_room()
    {
        var shares = new ChoiceShares(Space, most: 4);
        shares.Add(Trial(0, 0, -1));
        shares.Add(Trial(1, 1, 2));

        shares.Windows().Select(window => (window.First, window.Last)).Should().Equal((0, 0), (1, 1));
        shares.Windows()[0].Shares.Should().BeEquivalentTo(new double[][] { [1, 0], [0, 0, 0] }, options => options.WithStrictOrdering());
        shares.Windows()[1].Shares.Should().BeEquivalentTo(new double[][] { [0, 1], [0, 0, 1] }, options => options.WithStrictOrdering());
    }

    [Theory]
    [InlineData(4, 1000)]
    [InlineData(6, 97)]
    public void However_many_there_are_a_stretch_has_the_shares_of_its_candidates(int most, int candidates)
    {
        var random = RandomSource.For(1, 0, "test");
        var all = Enumerable.Range(0, candidates).Select(number => (A: random.NextInt(2), B: random.NextInt(3), Number: number)).ToArray();
        var shares = new ChoiceShares(Space, most);
        foreach (var one in all)
        {
            shares.Add(Trial(one.Number, one.A, one.A == 1 ? one.B : -1));
        }

        var windows = shares.Windows();

        windows.Length.Should().BeInRange(most / 2, most);
        windows[0].First.Should().Be(0);
        windows.Zip(windows.Skip(1)).Should().OnlyContain(pair => pair.First.Last + 1 == pair.Second.First);
        foreach (var window in windows)
        {
            var inside = all.Where(one => one.Number >= window.First && one.Number <= window.Last).ToArray();
            window.Shares[0][1].Should().BeApproximately(inside.Average(one => one.A), 1e-12);
            window.Shares[1][2].Should().BeApproximately(inside.Where(one => one.A == 1).Select(one => one.B == 2 ? 1.0 : 0).DefaultIfEmpty(0).Average(), 1e-12);
        }
    }

    [Fact]
    public void A_mixture_counts_its_weights_and_a_path_of_a_step_one()
    {
        var mixture = Mixture.Of("s").With("a", [0.75, 0.25]).With("b", [-1, 1, 3]).With("of another space", 0);
        var shares = new ChoiceShares(Space);
        shares.Add(new Candidate(0, new SupernetStep("uniform", [mixture], [Path(1, 0)], SupernetStep.NoSettings)));

        shares.Windows().Single().Shares.Should().BeEquivalentTo(
            new double[][] { [0.375, 0.625], [0.2, 0.2, 0.6] }, options => options.WithStrictOrdering());
    }

    private static Architecture Path(params int[] values) => new("s", [.. values]);

    private static Candidate Trial(long number, params int[] values) => new(number, new Trial(Path(values), Fidelity.Full));
}
