using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Evolution;

namespace NasEngine.Strategies.Tests;

public sealed class RandomStrategyTests
{
    private static readonly ToySpace Space = new();

    [Fact]
    public void What_it_proposes_depends_on_the_seed_and_the_number_only()
    {
        var alone = New().Propose(new ProposalContext(40, 7, []));
        New(seed: 7).Advance(40).Strategy.Propose(new ProposalContext(40, 7, [])).Should().Be(alone);
    }

    [Fact]
    public void Every_architecture_is_proposed_about_equally_often()
    {
        const int Draws = 42_000;
        var counts = New(seed: 3).Advance(Draws).Candidates.CountBy(candidate => candidate.Work).ToDictionary();
        counts.Should().HaveCount(42);
        var expected = Draws / 42.0;
        counts.Values.Sum(count => (count - expected) * (count - expected) / expected)
            .Should().BeLessThan(74.7, "that is the 99.9th percentile of chi-square with 41 degrees of freedom");
    }

    [Fact]
    public void Told_to_be_unique_it_proposes_each_network_once_and_then_ends_the_search()
    {
        var run = New(seed: 5, new { Unique = true }).Advance(1000);
        run.Ended.Should().BeTrue();
        run.Candidates.Should().HaveCount(42);
        run.Candidates.Select(candidate => candidate.Work).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Told_to_be_feasible_it_proposes_what_is_within_the_limits_and_everything_that_is()
    {
        var objective = new Objective("val_accuracy", []).Under("macs", 4000)
            .Require(new Constraint("params", 30, Direction.Maximize)).Require(new Constraint("robustness", 1));
        var run = new StrategyRun(New(new { Unique = true, Feasible = true }, objective), 5, 4, ToyEstimator.Measure).Advance(1000);

        run.Candidates.Select(candidate => ((Trial)candidate.Work).Architecture).Should().BeEquivalentTo(
            Space.All().Where(architecture => Space.Cost(architecture) is { Macs: <= 4000, Parameters: >= 30 }));
    }

    [Fact]
    public void Told_to_be_feasible_without_a_known_limit_it_is_refused() =>
        FluentActions.Invoking(() => New(new { Feasible = true }, new Objective("val_accuracy", []).Under("latency_ms", 2)))
            .Should().Throw<InputException>().WithMessage("*no limit on a cost that is known*.Under(Macs(3e6))*");

    [Fact]
    public void Another_stream_draws_other_architectures_with_the_same_seed()
    {
        var other = New(seed: 7, new { Stream = "other" }).Advance(20).Candidates;

        other.Should().NotEqual(New(seed: 7).Advance(20).Candidates);
        other.Should().Equal(New(seed: 7, new { Stream = "other" }).Advance(20).Candidates);
        New(seed: 7, new { Stream = "architecture" }).Advance(20).Candidates.Should().Equal(New(seed: 7).Advance(20).Candidates);
    }

    /// <summary>Draws alone do not find the last ones of 32,768 within 10,000 draws.</summary>
    [Fact]
    public void Told_to_be_unique_it_ends_a_small_space_with_its_last_network()
    {
        var space = new BitSpace(15);
        var strategy = PluginParts.Of(new EvolutionPlugin()).Strategy(
            "random",
            new StrategySetup(space, new CountedCosts(space), new Objective("val_accuracy", []), new Budget(100_000)),
            new { Unique = true });

        var proposed = new HashSet<WorkItem>();
        while (strategy.Propose(new ProposalContext(proposed.Count, 7, [])) is { } work)
        {
            proposed.Add(work).Should().BeTrue();
        }

        proposed.Should().HaveCount(1 << 15);
    }

    private static IStrategy New(object? options = null, Objective? objective = null) => PluginParts.Of(new EvolutionPlugin()).Strategy(
        "random", new StrategySetup(Space, new CountedCosts(Space), objective ?? new Objective("val_accuracy", []), new Budget(100)), options);

    private sealed class BitSpace(int bits) : ISearchSpace
    {
        public DecisionSpace Decisions { get; } = new("bits", Enumerable.Range(0, bits).Select(bit => new Decision($"bit{bit}", ["0", "1"])));

        public ImmutableSortedDictionary<string, Architecture> References => ImmutableSortedDictionary<string, Architecture>.Empty;

        public string Format(Architecture architecture) => architecture.Key;

        public Architecture Parse(string text) => Decisions.FromKey(text);

        public ArchitectureCost Cost(Architecture architecture) => new(1, 1, 1);
    }

    private static StrategyRun New(ulong seed, object? options = null) => new(New(options), seed, 4, ToyEstimator.Measure);
}
