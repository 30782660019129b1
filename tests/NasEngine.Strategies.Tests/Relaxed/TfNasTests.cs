using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using static NasEngine.Strategies.Tests.Relaxed.RelaxedSearch;

namespace NasEngine.Strategies.Tests.Relaxed;

public sealed class TfNasTests
{
    private static readonly WidthsSpace Space = new();

    [Fact]
    public void A_path_has_one_operation_and_one_width_and_is_a_sum_over_all_depths()
    {
        var run = Run(Create("tf-nas", Space, new { Width = 0.25 }), Measure).Advance(1);

        var path = run.Trained(0).Decisions;
        path["stage0.depth"].Should().Equal(new ChoiceWeight(0, 0.5), new ChoiceWeight(1, 0.5));
        path["stage0.block1.operation"].Should().ContainSingle().Which.Weight.Should().Be(1);
        path["stage0.block1.width"].Should().Equal(new ChoiceWeight(5, 1));
        path.Should().HaveCount(Space.Decisions.Decisions.Length);
    }

    [Fact]
    public void The_second_path_has_in_every_block_one_of_the_other_operations_each_as_often()
    {
        var run = Run(Create("tf-nas", Space, new { WeightEpochs = 0, LearningRate = 1e-9 }, steps: 600), Measure).Advance(600);

        var counts = new int[3];
        for (var step = 0; step < 600; step++)
        {
            run.Step(step).Train.Should().HaveCount(2);
            var (one, other) = (run.Trained(step).Decisions, ((Mixture)run.Step(step).Train[1]).Decisions);
            foreach (var name in one.Keys.Where(name => name.EndsWith("operation", StringComparison.Ordinal)))
            {
                counts[(other[name].Single().Choice - one[name].Single().Choice + 3) % 3]++;
            }
        }

        counts[0].Should().Be(0);
        counts[1].Should().BeInRange(1700, 1900);
    }

    [Fact]
    public void The_first_epochs_train_the_drawn_path_alone_and_then_every_second_step_teaches_the_architecture()
    {
        var run = Run(Create("tf-nas", Space, steps: 900), Measure).Advance(900);

        Enumerable.Range(0, 900).Count(step => run.Step(step).Train.Length == 1).Should().Be(100);
        Enumerable.Range(0, 900).Count(step => run.Step(step).Validate.Length == 1).Should().Be(400);
        Enumerable.Range(0, 100).Should().OnlyContain(step => run.Step(step).Validate.IsEmpty);
        var single = Run(Create("tf-nas", Space, new { BiSampling = false }, steps: 900), Measure).Advance(200);
        Enumerable.Range(0, 200).Should().OnlyContain(step => single.Step(step).Train.Length == 1);
    }

    [Fact]
    public void Validation_runs_all_operations_and_depths_at_one_width_and_teaches_log_probabilities()
    {
        var run = Run(Create("tf-nas", Space, new { WeightEpochs = 0, LearningRate = 0.1, WeightDecay = 0 }), Measure).Advance(10);

        run.Validated(1).Decisions["stage1.block0.operation"].Should().HaveCount(3);
        run.Validated(1).Decisions["stage1.depth"].Should().HaveCount(2);
        run.Validated(1).Decisions["stage1.block0.width"].Should().ContainSingle();
        run.Strategy.Status.Alphas.Values.Should().OnlyContain(logs => Math.Abs(logs.Sum(Math.Exp) - 1) < 1e-12);
        run.Strategy.Status.Alphas["stage1.depth"][1].Should().BeGreaterThan(run.Strategy.Status.Alphas["stage1.depth"][0]);
    }

    [Theory]
    [InlineData(150)]
    [InlineData(220)]
    [InlineData(300)]
    public void What_it_recommends_comes_to_the_target_and_never_over_it(double target)
    {
        var run = Run(Create("tf-nas", Space, new { LearningRate = 0.1 }, Under(target), steps: 900), Measure).Advance(900);

        // A channel in each block of the last stage is the finest step, at most 3 each.
        Space.Cost(run.Strategy.Recommend(1).Single()).Macs.Should().BeInRange((long)target - 6, (long)target);
    }

    [Fact]
    public void The_expected_cost_is_drawn_to_the_target()
    {
        double Expected(double weight) => Run(
            Create(
                "tf-nas", Space, new { LearningRate = 0.02, CostWeight = weight, ElasticityScaling = false }, Under(120), steps: 900), Measure).Advance(900).Strategy.Status.Scalars["expected_macs"];

        // 270 at the start: three blocks and half of three others, at 30 channels and 2 each.
        Expected(1).Should().BeInRange(100, 140);
        Expected(0).Should().BeGreaterThan(270);
    }

    [Fact]
    public void Under_a_target_that_nothing_comes_to_it_recommends_what_misses_it_least()
    {
        var run = Run(Create("tf-nas", Space, objective: Under(10_000)), Measure).Advance(20);

        Space.Cost(run.Strategy.Recommend(1).Single()).Macs.Should().BeLessThan(10_000);
        Run(Create("tf-nas", Space, objective: Under(10)), Measure).Advance(20).Strategy.Recommend(1).Single().Values
            .Zip(Space.Decisions.Decisions).Where(pair => pair.First >= 0 && pair.Second.Name.EndsWith("width", StringComparison.Ordinal))
            .Should().OnlyContain(pair => pair.First == 0);
    }

    [Fact]
    public void Under_a_target_above_all_networks_it_recommends_the_favoured_at_its_widest_though_shallow_ones_are_likelier()
    {
        var run = Run(Create("tf-nas", Space, new { LearningRate = 0.001 }, Under(10_000), steps: 900), Measure).Advance(900);

        var (depth, operation) = (run.Strategy.Status.Alphas["stage0.depth"], run.Strategy.Status.Alphas["stage0.block1.operation"]);
        depth[0].Should().BeLessThan(depth[1]).And.BeGreaterThan(depth[1] + operation.Max());
        Space.Cost(run.Strategy.Recommend(1).Single()).Macs.Should().Be(6 * 3 * 40);
    }

    [Fact]
    public void Without_elasticity_scaling_the_widths_stay()
    {
        var run = Run(
            Create("tf-nas", Space, new { ElasticityScaling = false }, Under(150), steps: 300), Measure).Advance(300);

        run.Strategy.Recommend(1).Single().Values.Zip(Space.Decisions.Decisions)
            .Where(pair => pair.Second.Name.EndsWith("width", StringComparison.Ordinal) && pair.First >= 0)
            .Should().NotBeEmpty().And.OnlyContain(pair => pair.First == 10);
    }

    [Fact]
    public void Widths_are_scaled_while_it_searches_so_that_the_weights_of_these_widths_are_trained()
    {
        var options = new { WeightEpochs = 1, Epochs = 10 };
        var run = Run(Create("tf-nas", Space, options, Under(130), steps: 100), Measure).Advance(100);

        run.Trained(19).Decisions["stage0.block0.width"].Single().Choice.Should().Be(10);
        run.Trained(20).Decisions["stage0.block0.width"].Single().Choice.Should().NotBe(10);
    }

    [Fact]
    public void Channels_are_sorted_by_strength_in_the_step_after_their_width_was_scaled_and_in_no_other()
    {
        var options = new { WeightEpochs = 1, Epochs = 10 };
        var run = Run(Create("tf-nas", Space, options, Under(130), steps: 100), Measure).Advance(100);

        for (var step = 1; step < 100; step++)
        {
            var (before, now) = (run.Trained(step - 1).Decisions, run.Trained(step).Decisions);
            run.Step(step).Settings.Keys.Should().Equal(now.Keys
                .Where(name => name.EndsWith("width", StringComparison.Ordinal) && !now[name].SequenceEqual(before[name]))
                .Select(name => "strongest." + name));
        }

        run.Step(20).Settings.Should().NotBeEmpty();
        var first = Run(Create("tf-nas", Space, new { WeightEpochs = 1, Epochs = 10, Channels = "first" }, Under(130), steps: 100), Measure);
        first.Advance(100).Step(20).Settings.Should().BeEmpty();
    }

    [Fact]
    public void Both_paths_losses_are_summed() =>
        Run(Create("tf-nas", Space, new { WeightEpochs = 0 }), Measure).Advance(1).Step(0).Rule.Id.Should().Be("sum");

    private static Objective Under(double macs) => Accuracy.Under(MetricNames.Macs, macs);

    private static Measurement Measure(Candidate candidate) => ToyEstimator.Measure(candidate, Space);
}
