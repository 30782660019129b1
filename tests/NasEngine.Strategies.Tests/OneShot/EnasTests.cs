using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.OneShot;
using NasEngine.Strategies.OneShot.Enas;

namespace NasEngine.Strategies.Tests.OneShot;

public sealed class EnasTests
{
    private static readonly ToySpace Space = new();

    [Fact]
    public void Weights_and_controller_take_turns_and_the_last_step_measures_the_finalists()
    {
        var options = new { WeightSteps = 7, ControllerSteps = 3, Aggregate = 4, Finalists = 6, FinalBatches = 5 };
        var steps = Steps(Run(steps: 26, options).Advance(26));
        steps.Select(step => (step.Train.Length, step.Validate.Length)).Should().Equal(
        [
            .. Turn(), .. Turn(), (1, 0), (1, 0), (1, 0), (1, 0), (1, 0), (0, 6),
        ]);
        steps[^1].ValidationBatches.Should().Be(5);
        steps.Should().OnlyContain(step => step.Rule.Id == "uniform");

        static IEnumerable<(int, int)> Turn() => [.. Enumerable.Repeat((1, 0), 7), .. Enumerable.Repeat((0, 4), 3)];
    }

    [Fact]
    public void The_learning_rate_schedule_goes_over_the_weight_steps_alone()
    {
        var positions = Steps(Run(steps: 21, new { WeightSteps = 5, ControllerSteps = 5 }).Advance(21))
            .Where(step => !step.Train.IsEmpty).Select(step => step.SchedulePosition!.Value);
        positions.Should().Equal(0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);
    }

    [Fact]
    public void The_controller_comes_to_draw_what_is_rewarded()
    {
        var options = new { WeightSteps = 1, ControllerSteps = 5, LearningRate = 0.1, TanhConstant = 5, Finalists = 20 };
        var run = Run(steps: 601, options).Advance(601);
        var drawn = Steps(run).Where(step => step.Validate.Length == 10)
            .Select(step => step.Validate.Cast<Architecture>().Average(ToyEstimator.Accuracy)).ToArray();
        drawn[..5].Average().Should().BeLessThan(0.74);
        drawn[^5..].Average().Should().BeGreaterThan(0.77);
        run.Strategy.Recommend(1).Should().Equal(Space.All().MaxBy(ToyEstimator.Accuracy)!);
    }

    [Fact]
    public void The_finalists_are_recommended_best_first()
    {
        var run = Run(steps: 11, new { WeightSteps = 5, ControllerSteps = 5, Finalists = 20 }).Advance(11);
        var finalists = Steps(run)[^1].Validate.Cast<Architecture>().Distinct().OrderByDescending(ToyEstimator.Accuracy);
        run.Strategy.Recommend(100).Select(ToyEstimator.Accuracy).Should().Equal(finalists.Select(ToyEstimator.Accuracy));
    }

    [Fact]
    public void A_cost_over_its_target_takes_from_the_reward()
    {
        var objective = new Objective("val_accuracy", [new CostTerm("macs", 2000, Below: 0, Above: -1)]);
        var options = new { WeightSteps = 1, ControllerSteps = 5, LearningRate = 0.1, TanhConstant = 5 };
        var run = Run(steps: 601, options, objective).Advance(601);
        Space.Cost(run.Strategy.Recommend(1)[0]).Macs.Should().BeLessThanOrEqualTo(2000);
    }

    [Fact]
    public void The_gradient_of_a_paths_log_probability_is_that_of_differences()
    {
        var policy = new PathPolicy(Space.Decisions, bound: 1.1);
        var random = RandomSource.For(2, 0, "parameters");
        var parameters = Enumerable.Range(0, policy.Count).Select(_ => random.NextGaussian()).ToArray();
        foreach (var path in Space.All())
        {
            var gradient = new double[policy.Count];
            policy.AddGradient(parameters, path, 3, gradient);
            gradient.Should().Equal(
                Enumerable.Range(0, policy.Count).Select(place => 3 * (LogOf(place, 1e-6) - LogOf(place, -1e-6)) / 2e-6),
                (one, other) => Math.Abs(one - other) < 1e-6);

            double LogOf(int place, double change)
            {
                double[] moved = [.. parameters];
                moved[place] += change;
                return policy.Of(moved, path).LogProbability;
            }
        }
    }

    [Fact]
    public void The_probabilities_of_all_paths_add_up_to_1_and_none_leaves_the_bound()
    {
        var policy = new PathPolicy(Space.Decisions, bound: 1.1);
        var parameters = Enumerable.Range(0, policy.Count).Select(place => place % 2 == 0 ? 50.0 : -50.0).ToArray();
        Space.All().Sum(path => Math.Exp(policy.Of(parameters, path).LogProbability)).Should().BeApproximately(1, 1e-12);
        policy.Logits(parameters).Values.SelectMany(logits => logits).Should().OnlyContain(logit => Math.Abs(logit) <= 1.1);
    }

    [Fact]
    public void At_first_every_choice_is_equally_likely_and_the_entropy_is_the_sum_of_logarithms()
    {
        var policy = new PathPolicy(Space.Decisions, bound: 1.1);
        var deep = Space.Parse("2 7 hswish linear 7 hswish");
        policy.Of(new double[policy.Count], deep).Entropy.Should().BeApproximately(Math.Log(2 * 3 * 2 * 3 * 2), 1e-12);
    }

    [Fact]
    public void A_budget_that_does_not_say_how_many_steps_is_refused()
    {
        var budget = new Budget(Budget.Unlimited) { Time = TimeSpan.FromHours(1) };
        var setup = new StrategySetup(Space, new CountedCosts(Space), new Objective("val_accuracy", []), budget);
        FluentActions.Invoking(() => PluginParts.Of(new OneShotPlugin()).Strategy("enas", setup)).Should().Throw<InputException>()
            .WithMessage("*'enas'*.Budget(steps: 300)*");
    }

    private static SupernetStep[] Steps(StrategyRun run) => [.. run.Candidates.Select(candidate => (SupernetStep)candidate.Work)];

    private static StrategyRun Run(long steps, object options, Objective? objective = null)
    {
        var setup = new StrategySetup(
            Space, new CountedCosts(Space), objective ?? new Objective("val_accuracy", []), new Budget(steps) { Steps = steps });
        return new StrategyRun(PluginParts.Of(new OneShotPlugin()).Strategy("enas", setup, options), 1, 1, ToyEstimator.Measure);
    }
}
