using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Evolution;

namespace NasEngine.Strategies.Tests;

public sealed class LocalSearchTests
{
    private static readonly WidthSpace Space = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void On_a_landscape_without_valleys_it_climbs_to_the_top_and_each_step_is_one_choice(bool firstBetter)
    {
        var run = Run(firstBetter, starts: 1, path => path.Values.Sum()).Advance(400);
        var climbed = Architectures(run).TakeWhile(path => path.Values.Sum() < 24).Append(Top).ToArray();
        climbed.Length.Should().BeLessThan(300);
        for (var i = 1; i < climbed.Length; i++)
        {
            var best = climbed[..i].Max(path => path.Values.Sum());
            climbed[..i].Should().Contain(parent => Distance(parent, climbed[i]) == 1 && parent.Values.Sum() >= best - 1);
        }
    }

    [Fact]
    public void At_a_local_optimum_it_begins_anew()
    {
        // Every architecture but the narrowest scores the same: the first centre is a local optimum.
        var run = Run(firstBetter: true, starts: 2, _ => 1).Advance(2);
        run.Strategy.Status.Scalars["climbs"].Should().Be(1);
        run.Advance(60).Strategy.Status.Scalars["climbs"].Should().BeGreaterThan(1);
    }

    [Fact]
    public void It_looks_at_all_neighbours_when_it_is_to_take_the_best()
    {
        var run = Run(firstBetter: false, starts: 1, path => path.Values.Sum()).Advance(40);
        var paths = Architectures(run);
        var centre = paths[0];
        var neighbours = Space.Decisions.Neighbours(centre).ToArray();
        paths[1..(neighbours.Length + 1)].Should().BeEquivalentTo(neighbours);
        var best = neighbours.Max(path => path.Values.Sum());
        paths[neighbours.Length + 1].Values.Sum().Should().BeInRange(best - 1, best + 1);
    }

    [Fact]
    public void What_is_over_the_limit_comes_last()
    {
        var space = new ToySpace();
        var setup = new StrategySetup(space, new CountedCosts(space), new Objective("val_accuracy", []).Under("macs", 4000), new Budget(100));
        var run = new StrategyRun(PluginParts.Of(new EvolutionPlugin()).Strategy("local-search", setup), 1, 1, ToyEstimator.Measure).Advance(100);
        var feasible = space.All().Count(path => space.Cost(path).Macs <= 4000);
        var paths = Architectures(run);
        paths.Should().HaveCount(42);
        paths.Take(feasible).Should().OnlyContain(path => space.Cost(path).Macs <= 4000);
    }

    [Fact]
    public void No_network_is_proposed_twice_and_an_exhausted_space_ends_the_search()
    {
        var space = new ToySpace();
        var setup = new StrategySetup(space, new CountedCosts(space), new Objective("val_accuracy", []), new Budget(100));
        var run = new StrategyRun(PluginParts.Of(new EvolutionPlugin()).Strategy("local-search", setup), 1, 4, ToyEstimator.Measure).Advance(100);
        run.Ended.Should().BeTrue();
        Architectures(run).Should().OnlyHaveUniqueItems().And.HaveCount(42);
    }

    private static Architecture Top => Space.Decisions.Architecture([3, 3, 3, 3, 3, 3, 3, 3]);

    private static Architecture[] Architectures(StrategyRun run) =>
        [.. run.Candidates.Select(candidate => ((Trial)candidate.Work).Architecture)];

    private static int Distance(Architecture one, Architecture other) => one.Values.Zip(other.Values).Count(pair => pair.First != pair.Second);

    private static StrategyRun Run(bool firstBetter, int starts, Func<Architecture, double> score)
    {
        var setup = new StrategySetup(Space, new CountedCosts(Space), new Objective("val_accuracy", []), new Budget(1000));
        var strategy = PluginParts.Of(new EvolutionPlugin()).Strategy("local-search", setup, new { Starts = starts, FirstBetter = firstBetter });
        return new StrategyRun(strategy, 1, 1, candidate => new Measurement().With("val_accuracy", score(((Trial)candidate.Work).Architecture)));
    }
}
