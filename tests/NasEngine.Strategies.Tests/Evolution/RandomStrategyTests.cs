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

    private static IStrategy New(object? options = null) => PluginParts.Of(new EvolutionPlugin()).Strategy(
        "random", new StrategySetup(Space, new CountedCosts(Space), new Objective("val_accuracy", []), new Budget(100)), options);

    private static StrategyRun New(ulong seed, object? options = null) => new(New(options), seed, 4, ToyEstimator.Measure);
}
