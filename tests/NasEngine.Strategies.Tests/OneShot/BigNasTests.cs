using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.OneShot;

namespace NasEngine.Strategies.Tests.OneShot;

public sealed class BigNasTests
{
    private static readonly WidthSpace Space = new();

    [Fact]
    public void Every_step_trains_the_largest_path_the_smallest_and_two_random_ones_by_the_sandwich_rule()
    {
        var steps = Run(steps: 5, trials: 1).Advance(5).Candidates.Take(5).Select(candidate => (SupernetStep)candidate.Work);
        steps.Should().OnlyContain(step => step.Rule.Id == "sandwich" && step.Train.Length == 4 && step.Validate.IsEmpty
            && step.Train[0].Equals(Same(3)) && step.Train[1].Equals(Same(0)));
    }

    [Fact]
    public void Residual_blocks_begin_at_0_in_the_first_step_and_the_largest_path_has_dropout_in_all()
    {
        var steps = Run(steps: 3, trials: 1).Advance(3).Candidates.Take(3).Select(candidate => ((SupernetStep)candidate.Work).Settings).ToArray();
        steps[0].Should().Equal(new Dictionary<string, double> { ["dropout"] = 0.2, ["residual_scale"] = 0 });
        steps[1..].Should().OnlyContain(settings => settings.Count == 1 && settings["dropout"] == 0.2);
        ((SupernetStep)Run(steps: 1, trials: 1, options: new { Dropout = 0, ResidualScale = 1 }).Advance(1).Candidates[0].Work).Settings
            .Should().Equal(new Dictionary<string, double> { ["residual_scale"] = 1 });
    }

    [Fact]
    public void Trials_are_slices_that_are_kept_with_their_weights()
    {
        var trials = Trials(Run(steps: 1, trials: 6).Advance(100), steps: 1);
        trials.Should().HaveCount(6).And.OnlyContain(trial => trial.Keep && trial.Weights.Equals(new SlicedWeights(8, 2)));
    }

    [Fact]
    public void The_coarse_slices_have_one_choice_of_each_setting_in_all_layers()
    {
        var space = new PlantedSpace();
        var trials = Trials(Run(steps: 1, trials: 18, space: space).Advance(100), steps: 1);
        var coarse = trials[..9].Select(trial => trial.Architecture).ToArray();
        coarse.Should().BeEquivalentTo(
            from first in new[] { 0, 2, 3 }
            from second in new[] { 0, 2, 3 }
            select space.Decisions.Architecture([first, second, first, second, first, second, first, second]));
    }

    [Fact]
    public void A_grid_that_is_too_large_is_taken_evenly_over_its_cost()
    {
        // At ten places the one setting of the eight layers has its four choices.
        var run = Run(steps: 1, trials: 2, options: new { Coarse = 1.0, Levels = 10, ValidationBatches = 2 }).Advance(100);
        Trials(run, steps: 1).Select(trial => trial.Architecture).Should().Equal(Same(0), Same(3));
    }

    [Fact]
    public void The_fine_slices_are_one_step_from_one_of_the_best_or_of_the_front()
    {
        var run = Run(steps: 1, trials: 40, options: new { Parents = 2, ValidationBatches = 2 }).Advance(100);
        var slices = Trials(run, steps: 1).Select(trial => trial.Architecture).ToArray();
        for (var place = 3; place < slices.Length; place++)
        {
            var before = slices[..place];
            var parents = before.OrderByDescending(ToyEstimator.Accuracy).Take(2).Concat(before.Where(one => !before.Any(other =>
                ToyEstimator.Accuracy(other) >= ToyEstimator.Accuracy(one) && Macs(other) < Macs(one))));
            parents.Should().Contain(parent => Space.Decisions.Neighbours(parent).Contains(slices[place]));
        }
    }

    [Fact]
    public void No_slice_is_measured_twice_and_each_keeps_to_the_limit()
    {
        var slices = Trials(Run(steps: 1, trials: 60, limit: 30_000).Advance(100), steps: 1).Select(trial => trial.Architecture).ToArray();
        slices.Should().HaveCount(60).And.OnlyHaveUniqueItems().And.OnlyContain(slice => Macs(slice) <= 30_000);
    }

    [Fact]
    public void It_recommends_the_best_slices_that_were_measured()
    {
        var run = Run(steps: 1, trials: 30).Advance(100);
        run.Strategy.Recommend(3).Select(ToyEstimator.Accuracy).Should().Equal(
            Trials(run, steps: 1).Select(trial => ToyEstimator.Accuracy(trial.Architecture)).OrderDescending().Take(3));
    }

    [Fact]
    public void A_budget_without_steps_or_trials_is_refused_in_a_sentence()
    {
        var setup = new StrategySetup(Space, new CountedCosts(Space), new Objective("val_accuracy", []), new Budget(10) { Trials = 10 });
        FluentActions.Invoking(() => PluginParts.Of(new OneShotPlugin()).Strategy("big-nas", setup))
            .Should().Throw<InputException>().WithMessage("*'big-nas'*.Budget(steps: 1000, trials: 100)*");
    }

    private static Architecture Same(int choice) =>
        Space.Decisions.Architecture([.. Enumerable.Repeat(choice, Space.Decisions.Decisions.Length)]);

    private static long Macs(Architecture architecture) => Space.Cost(architecture).Macs;

    private static Trial[] Trials(StrategyRun run, int steps) => [.. run.Candidates.Skip(steps).Select(candidate => (Trial)candidate.Work)];

    private static StrategyRun Run(int steps, int trials, ISearchSpace? space = null, object? options = null, double? limit = null)
    {
        space ??= Space;
        var objective = new Objective("val_accuracy", []);
        objective = limit is { } most ? objective.Under("macs", most) : objective;
        var setup = new StrategySetup(
            space, new CountedCosts(space), objective, new Budget(steps + trials) { Steps = steps, Trials = trials });
        var strategy = PluginParts.Of(new OneShotPlugin()).Strategy("big-nas", setup, options ?? new { ValidationBatches = 2 });
        return new StrategyRun(strategy, 1, 1, candidate => ToyEstimator.Measure(candidate, space)) { Objective = objective };
    }
}
