using System.Buffers;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Learned;
using NasEngine.Strategies.Learned.Enas;

namespace NasEngine.Strategies.Tests.Learned;

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
    public void A_warm_up_trains_the_weights_before_the_first_round_and_counts_in_the_schedule()
    {
        var run = Run(steps: 25, new { WarmupSteps = 10, WeightSteps = 5, ControllerSteps = 2, Aggregate = 4, Finalists = 6 }).Advance(25);
        var steps = Steps(run);

        steps.Select(step => (step.Train.Length, step.Validate.Length)).Should().Equal(
        [
            .. Enumerable.Repeat((1, 0), 15), (0, 4), (0, 4), .. Enumerable.Repeat((1, 0), 5), (0, 4), (0, 4), (0, 6),
        ]);
        steps.Where(step => !step.Train.IsEmpty).Select(step => step.SchedulePosition!.Value)
            .Should().Equal(Enumerable.Range(0, 20).Select(place => place / 20.0), (one, other) => Math.Abs(one - other) < 1e-12);
        run.Strategy.Status.Scalars["round"].Should().Be(3);
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
        var options = new { WeightSteps = 1, ControllerSteps = 5, LearningRate = 0.02, TanhConstant = 5 };
        var run = Run(steps: 601, options, objective).Advance(601);
        Space.Cost(run.Strategy.Recommend(1)[0]).Macs.Should().BeLessThanOrEqualTo(2000);
    }

    [Fact]
    public void A_step_of_the_controller_goes_up_the_reward_with_the_entropy_less_the_decayed_mean_of_them()
    {
        var options = Options(new { BaselineDecay = 0.5, EntropyWeight = 0.1, LearningRate = 1e-3, Units = 5, TanhConstant = 2.0, PolicyTemperature = 3.0 });
        var (controller, paths) = (Create(options), Space.All().ToArray());
        var begin = State(controller);
        (Architecture, double)[] rewarded = [(paths[3], 0.2), (paths[17], 0.9), (paths[30], 0.4)];
        var policy = new SequencePolicy(Space.Decisions, 1, 5, options.Bound);
        var baseline = double.NaN;
        var advantages = new List<double>();
        foreach (var (path, reward) in rewarded)
        {
            var total = reward + (0.1 * policy.Of(begin, path).Entropy);
            baseline = double.IsNaN(baseline) ? total : (0.5 * baseline) + (0.5 * total);
            advantages.Add(total - baseline);
        }

        controller.Learn(rewarded);

        // The first step of Adam is the learning rate in the direction of the gradient's signs.
        controller.Baseline.Should().BeApproximately(baseline, 1e-12);
        var moved = State(controller).Zip(begin, (now, then) => now - then).ToArray();
        for (var place = 0; place < begin.Length; place += 7)
        {
            var slope = (Objective(place, 1e-6) - Objective(place, -1e-6)) / 2e-6;
            moved[place].Should().BeApproximately(Math.Abs(slope) < 1e-7 ? moved[place] : 1e-3 * Math.Sign(slope), 1e-4);
        }

        double Objective(int place, double change)
        {
            double[] at = [.. begin];
            at[place] += change;
            return rewarded.Zip(advantages, (one, advantage) => advantage * policy.Of(at, one.Item1).LogProbabilities.Sum()).Sum() / 3;
        }
    }

    /// <summary>A controller that chose each decision on its own would have a gradient of 0 here and stay at ½.</summary>
    [Fact]
    public void The_controller_learns_that_one_choice_is_good_after_another()
    {
        var options = Options(new { LearningRate = 0.02, TanhConstant = 5.0, OpTanhReduce = 1.0, Units = 8 });
        var pair = new DecisionSpace("pair", [new Decision("first", ["a", "b"]), new Decision("second", ["a", "b"])]);
        var controller = new Controller(options, pair, RandomSource.For(2, 0, "controller"));
        (Architecture, double)[] rewarded =
            [.. pair.Enumerate().Select(one => (one, one.Values[0] == one.Values[1] ? 1.0 : 0.0))];

        for (var step = 0; step < 300; step++)
        {
            controller.Learn(rewarded);
        }

        var drawn = controller.Draw(400, RandomSource.For(2, 0, "draws"));
        drawn.Count(one => one.Values[0] == one.Values[1]).Should().BeGreaterThan(380);
    }

    [Fact]
    public void No_logit_leaves_its_bound_and_those_of_operations_have_a_lower_one()
    {
        var options = Options(new { InitRange = 100.0 });
        var cells = new DecisionSpace("cells", [new Decision("node2.source1", ["a", "b"]), new Decision("node2.operation1", ["c", "d"])]);
        var policy = new SequencePolicy(cells, 1, 64, options.Bound);
        double[][] spans = [.. Enumerable.Range(0, 20).Select(draw =>
        {
            var parameters = Parameters.Uniform(policy.Count, options.InitRange, RandomSource.For(2, draw, "parameters"));
            return policy.Greedy(parameters).Probabilities.Select(p => Math.Abs(Math.Log(p[0] / p[1]))).ToArray();
        })];

        spans.Max(span => span[0]).Should().BeApproximately(2 * 1.1, 1e-9);
        spans.Max(span => span[1]).Should().BeApproximately(2 * 1.1 / 2.5, 1e-9);
    }

    [Fact]
    public void A_state_of_the_controller_without_an_LSTM_is_refused()
    {
        FluentActions.Invoking(() => Run(steps: 10, new { }).Strategy.Restore(new byte[] { 1 })).Should().Throw<InputException>()
            .WithMessage("*'enas'*LSTM*");
    }

    [Fact]
    public void A_budget_that_does_not_say_how_many_steps_is_refused()
    {
        var budget = new Budget(Budget.Unlimited) { Time = TimeSpan.FromHours(1) };
        var setup = new StrategySetup(Space, new CountedCosts(Space), new Objective("val_accuracy", []), budget);
        FluentActions.Invoking(() => PluginParts.Of(new LearnedPlugin()).Strategy("enas", setup)).Should().Throw<InputException>()
            .WithMessage("*'enas'*.Budget(steps: 300)*");
    }

    private static SupernetStep[] Steps(StrategyRun run) => [.. run.Candidates.Select(candidate => (SupernetStep)candidate.Work)];

    private static StrategyRun Run(long steps, object options, Objective? objective = null)
    {
        var setup = new StrategySetup(
            Space, new CountedCosts(Space), objective ?? new Objective("val_accuracy", []), new Budget(steps) { Steps = steps });
        return new StrategyRun(PluginParts.Of(new LearnedPlugin()).Strategy("enas", setup, options), 1, 1, ToyEstimator.Measure);
    }

    private static EnasOptions Options(object options) => EnasOptions.Read(new OptionReader("strategy 'enas'", OptionBag.From(options)));

    private static Controller Create(EnasOptions options) => new(options, Space.Decisions, RandomSource.For(2, 0, "controller"));

    private static double[] State(Controller controller)
    {
        var written = new ArrayBufferWriter<byte>();
        controller.Save(new StateWriter(written, 1));
        return new StateReader("controller", written.WrittenSpan, 1).Doubles();
    }
}
