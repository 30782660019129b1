using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Sequential;

namespace NasEngine.Strategies.Tests;

public sealed class BananasTests
{
    private static readonly WidthSpace Widths = new();

    private static readonly Objective Accuracy = new(MetricNames.ValidationAccuracy, []);

    [Fact]
    public void A_space_without_paths_is_coded_by_its_choices()
    {
        var space = new ToySpace();
        var codes = new ArchitectureCodes(space, 5);
        codes.Length.Should().Be(ArchitectureEncoding.OneHotLength(space.Decisions));
        foreach (var one in space.All())
        {
            codes.Of(one).Should().Equal(Places(ArchitectureEncoding.OneHot(space.Decisions, one)));
        }
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(100, 8)]
    public void A_space_with_paths_is_coded_by_the_shortest_of_them(int length, int places)
    {
        var space = new TwoPathSpace();
        var codes = new ArchitectureCodes(space, length);
        codes.Length.Should().Be(places);
        foreach (var one in space.Decisions.Enumerate())
        {
            codes.Of(one).Should().Equal(Places(ArchitectureEncoding.Paths(space, one, places)));
        }
    }

    [Fact]
    public void After_the_first_ones_every_proposal_is_a_mutant_of_one_of_the_best()
    {
        var run = Searches.Run("bananas", Searches.Setup(Widths, Accuracy), one => Searches.Accuracy(Searches.Slope(one))).Advance(60);
        var proposed = Searches.Proposed(run);
        var distances = Enumerable.Range(10, 50).Select(i => proposed[..i].OrderByDescending(Searches.Slope).Take(5)
            .Min(parent => parent.Values.Zip(proposed[i].Values).Count(pair => pair.First != pair.Second))).ToArray();
        distances.Should().OnlyContain(distance => distance <= 5);
        distances.Average().Should().BeLessThan(2);
    }

    [Fact]
    public void The_ensemble_is_trained_on_what_was_observed_up_to_the_last_full_batch()
    {
        // Two searches that differ in what came of the last nine trials make the same next proposals, but for the parents.
        var first = Search(observed: 29, later: one => Searches.Slope(one));
        var other = Search(observed: 29, later: _ => 0);
        first.Should().Be(other);

        Architecture Search(int observed, Func<Architecture, double> later)
        {
            var strategy = PluginParts.Of(new SequentialPlugin())
                .Strategy("bananas", Searches.Setup(Widths, Accuracy), new { Layers = 2, Epochs = 30, Parents = 1 });
            for (var i = 0; i < observed; i++)
            {
                var drawn = Widths.Decisions.Sample(RandomSource.For(1, i, "drawn"));
                var architecture = i == 3 ? Widths.Decisions.Architecture([3, 3, 3, 3, 3, 3, 3, 2]) : drawn;
                var score = i < 20 ? Searches.Slope(architecture) : Math.Min(0.5, later(architecture));
                var candidate = new Candidate(i, new Trial(architecture, Fidelity.Full));
                strategy.Observe(new Observation(candidate, Searches.Accuracy(score), 1));
            }

            return ((Trial)strategy.Propose(new ProposalContext(observed, 1, []))!).Architecture;
        }
    }

    private static int[] Places(double[] code) => [.. Enumerable.Range(0, code.Length).Where(place => code[place] == 1)];

    /// <summary>Two edges in a row beside one: paths by their operations, 2 of one edge and 4 of two, and 2 that nothing has.</summary>
    private sealed class TwoPathSpace : IPathEncoded
    {
        public DecisionSpace Decisions { get; } =
            new("paths", Enumerable.Range(0, 3).Select(edge => new Decision($"edge{edge}", ["a", "b"])));

        public ImmutableSortedDictionary<string, Architecture> References { get; } =
            ImmutableSortedDictionary<string, Architecture>.Empty;

        public int PathCount => 8;

        public ImmutableArray<int> Paths(Architecture architecture) =>
            [architecture.Values[0], 2 + (2 * architecture.Values[1]) + architecture.Values[2]];

        public string Format(Architecture architecture) => ArchitectureText.Format(Decisions, architecture);

        public Architecture Parse(string text) => ArchitectureText.Parse(Decisions, text);

        public ArchitectureCost Cost(Architecture architecture) => default;
    }
}
