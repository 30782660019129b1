using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.OneShot;

namespace NasEngine.Strategies.Tests.OneShot;

public sealed class SinglePathTests
{
    private const double Limit = 4000;
    private static readonly ToySpace Space = new();

    [Fact]
    public void The_steps_of_the_budget_come_first_then_its_trials_and_then_it_ends()
    {
        var run = new StrategyRun(New(steps: 12, trials: 9), 1, 1, ToyEstimator.Measure).Advance(100);
        run.Candidates.Take(12).Should().OnlyContain(candidate => candidate.Work is SupernetStep);
        run.Candidates.Skip(12).Should().HaveCount(9).And.OnlyContain(candidate => candidate.Work is Trial);
        run.Ended.Should().BeTrue();
    }

    [Fact]
    public void Trials_are_slices_of_the_supernet()
    {
        var run = new StrategyRun(New(steps: 1, trials: 5), 1, 1, ToyEstimator.Measure).Advance(6);
        run.Candidates.Skip(1).Select(candidate => ((Trial)candidate.Work).Weights).Should().OnlyContain(weights =>
            weights.Equals(new SlicedWeights(8, 2)));
    }

    [Fact]
    public void No_slice_is_measured_twice_and_each_keeps_to_the_limit_as_long_as_one_that_does_is_left()
    {
        var feasible = Space.All().Count(architecture => Space.Cost(architecture).Macs <= Limit);
        var run = new StrategyRun(New(steps: 1, trials: 42), 3, 1, ToyEstimator.Measure).Advance(100);
        var measured = run.Candidates.Skip(1).Select(candidate => ((Trial)candidate.Work).Architecture).ToArray();
        measured.Should().OnlyHaveUniqueItems();
        measured.Take(feasible).Should().OnlyContain(architecture => Space.Cost(architecture).Macs <= Limit);
    }

    [Fact]
    public void It_recommends_the_best_that_keep_to_the_limit_found_by_trying_all()
    {
        var run = new StrategyRun(New(steps: 1, trials: 42), 5, 1, ToyEstimator.Measure) { Objective = Objective }.Advance(100);
        var best = Space.All().Where(architecture => Space.Cost(architecture).Macs <= Limit).OrderByDescending(ToyEstimator.Accuracy).Take(3);
        run.Strategy.Recommend(3).Select(ToyEstimator.Accuracy).Should().Equal(best.Select(ToyEstimator.Accuracy));
    }

    [Fact]
    public void After_the_first_generation_children_come_from_the_parents()
    {
        var space = new PlantedSpace();
        var setup = new StrategySetup(space, new CountedCosts(space), new Objective("val_accuracy", []), new Budget(80) { Steps = 1, Trials = 79 });
        var strategy = PluginParts.Of(new OneShotPlugin()).Strategy("single-path", setup, new { Population = 20, Parents = 2, MutationRate = 0.01 });
        var run = new StrategyRun(strategy, 1, 1, candidate => candidate.Work is Trial trial
            ? new Measurement().With("val_accuracy", -PlantedSpace.Loss(trial.Architecture))
            : new Measurement()).Advance(80);
        var slices = run.Candidates.Skip(1).Select(candidate => ((Trial)candidate.Work).Architecture).ToArray();
        var parents = slices.Take(20).OrderBy(PlantedSpace.Loss).Take(2).ToArray();
        slices[20..30].Should().OnlyContain(child => child.Values.Select((value, i) => parents.Any(parent => parent.Values[i] == value)).All(same => same));
        slices[30..40].Should().OnlyContain(child => parents.Any(parent =>
            child.Values.Zip(parent.Values).Count(pair => pair.First != pair.Second) <= 2));
    }

    [Fact]
    public void A_failed_slice_is_not_recommended()
    {
        var run = new StrategyRun(New(steps: 1, trials: 10), 1, 1, candidate => candidate.Number % 2 == 0
            ? Measurement.Failed(FailureKind.BadArchitecture, "Cannot be built.")
            : ToyEstimator.Measure(candidate)).Advance(11);
        run.Strategy.Recommend(10).Should().HaveCount(5);
    }

    [Fact]
    public void The_sandwich_is_the_largest_path_the_smallest_and_the_sampled_ones()
    {
        var step = (SupernetStep)New(steps: 1, trials: 1, new { Sandwich = true, Samples = 2 }).Propose(new ProposalContext(0, 1, []))!;
        step.Rule.Id.Should().Be("sandwich");
        step.Train.Should().HaveCount(4);
        step.Train[0].Should().Be(Space.Parse("2 7 hswish linear 7 hswish"));
        step.Train[1].Should().Be(Space.Parse("1 3 relu linear - -"));
    }

    [Theory]
    [InlineData("feasible", true)]
    [InlineData("uniform", false)]
    public void Feasible_paths_keep_to_the_limit_and_cover_all_that_do(string sampling, bool within)
    {
        var run = new StrategyRun(New(steps: 400, trials: 1, new { Sampling = sampling }), 1, 1, ToyEstimator.Measure).Advance(400);
        var drawn = run.Candidates.SelectMany(candidate => candidate.Work.Architectures).ToHashSet();
        drawn.SetEquals(Space.All().Where(architecture => !within || Space.Cost(architecture).Macs <= Limit)).Should().BeTrue();
    }

    [Fact]
    public void Paths_and_slices_use_the_allowance_they_are_told_to_use()
    {
        var options = new { Sampling = "feasible", Allowance = 0.7, Population = 4, Parents = 2 };
        var run = new StrategyRun(New(steps: 200, trials: 8, options), 1, 1, ToyEstimator.Measure).Advance(208);
        var costs = run.Candidates.SelectMany(candidate => candidate.Work.Architectures).Select(path => Space.Cost(path).Macs).ToArray();
        costs.Should().HaveCount(208).And.OnlyContain(macs => macs >= 0.7 * Limit && macs <= Limit);
    }

    [Fact]
    public void An_allowance_without_an_upper_limit_is_refused_in_a_sentence()
    {
        var setup = new StrategySetup(
            Space, new CountedCosts(Space), new Objective("val_accuracy", []), new Budget(10) { Steps = 5, Trials = 5 });
        FluentActions.Invoking(() => PluginParts.Of(new OneShotPlugin()).Strategy("single-path", setup, new { Allowance = 0.9 }))
            .Should().Throw<InputException>().WithMessage("*.Under(Macs(3e6))*");
    }

    [Fact]
    public void A_budget_without_steps_or_trials_is_refused_in_a_sentence()
    {
        var setup = new StrategySetup(Space, new CountedCosts(Space), Objective, new Budget(10) { Steps = 10 });
        FluentActions.Invoking(() => PluginParts.Of(new OneShotPlugin()).Strategy("single-path", setup))
            .Should().Throw<InputException>().WithMessage("*.Budget(steps: 1000, trials: 100)*");
    }

    private static Objective Objective { get; } = new Objective("val_accuracy", []).Under("macs", Limit);

    private static IStrategy New(long steps, long trials, object? options = null) => PluginParts.Of(new OneShotPlugin()).Strategy(
        "single-path",
        new StrategySetup(Space, new CountedCosts(Space), Objective, new Budget(steps + trials) { Steps = steps, Trials = trials }),
        options ?? new { Population = 6, Parents = 3, ValidationBatches = 2 });
}
