using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Probabilistic;

namespace NasEngine.Strategies.Tests;

public sealed class ProbabilisticStrategyTests
{
    private static readonly ToySpace Space = new();

    [Fact]
    public void A_quarter_sample_per_nat_gives_the_published_14_samples_on_FBNetV2_F() =>
        new EntropySamples(0.25, 4).At(Math.Log(6e25)).Should().Be(14);

    [Theory]
    [InlineData(0.9, 4)]
    [InlineData(0, 4)]
    [InlineData(10, 5)]
    public void Samples_are_lambda_times_entropy_rounded_down_but_not_fewer_than_the_minimum(double entropy, int samples) =>
        new EntropySamples(0.5, 4).At(entropy).Should().Be(samples);

    [Fact]
    public void The_samples_fall_as_the_entropy_falls_and_the_step_has_that_many()
    {
        var run = Run("fp-nas", new { Lambda = 5.0, MinSamples = 2, LearningRate = 0.3 });
        var (samples, entropies) = (new List<double>(), new List<double>());
        for (var i = 0; i < 150; i++)
        {
            var status = run.Strategy.Status.Scalars;
            run.Advance();
            var step = (SupernetStep)run.Candidates[^1].Work;
            step.Train.Length.Should().Be((int)status["samples"]);
            step.Validate.Length.Should().Be((int)status["samples"]);
            status["samples"].Should().Be(Math.Max(2, Math.Floor(5 * status["entropy"])));
            samples.Add(status["samples"]);
            entropies.Add(status["entropy"]);
        }

        entropies[0].Should().BeApproximately(Math.Log(2 * 3 * 2) + 0.5 * Math.Log(3 * 2), 1e-12);
        entropies[^1].Should().BeLessThan(entropies[0] / 2);
        samples[0].Should().Be(16);
        samples[^1].Should().BeLessThan(samples[0] / 2);
    }

    [Fact]
    public void Parsec_takes_the_same_number_of_samples_all_along()
    {
        var run = Run("parsec", new { Samples = 5 }).Advance(40);
        run.Candidates.Select(candidate => ((SupernetStep)candidate.Work).Validate.Length).Should().OnlyContain(count => count == 5);
    }

    [Fact]
    public void The_form_changes_at_the_share_of_the_budget_and_the_entropy_does_not()
    {
        var run = Run("fp-nas", new { SwitchToJointAt = 0.25 }, budget: 40);
        run.Advance(9).Strategy.Status.Alphas.Keys.Should().Contain("first.kernel");
        run.Strategy.Status.Scalars["joint"].Should().Be(0);
        run.Advance(1).Strategy.Status.Alphas.Keys.Should().Contain("first").And.NotContain("first.kernel");
        run.Strategy.Status.Scalars["joint"].Should().Be(1);
        run.Strategy.Status.Alphas["first"].Should().HaveCount(6);
    }

    [Fact]
    public void The_share_is_of_the_steps_after_the_warm_up_which_teach_the_distribution_nothing()
    {
        var run = Run("fp-nas", new { WarmupSteps = 20, SwitchToJointAt = 0.25 }, budget: 40);

        run.Advance(24).Strategy.Status.Scalars["joint"].Should().Be(0);
        run.Advance(1).Strategy.Status.Scalars["joint"].Should().Be(1);
    }

    [Theory]
    [InlineData(0.0, 1)]
    [InlineData(1.0, 0)]
    public void A_share_of_0_is_joint_from_the_start_and_of_1_never(double share, double joint)
    {
        var run = Run("fp-nas", new { SwitchToJointAt = share }, budget: 20);
        run.Strategy.Status.Scalars["joint"].Should().Be(joint);
        run.Advance(20).Strategy.Status.Scalars["joint"].Should().Be(joint);
    }

    [Fact]
    public void Warm_up_steps_train_only_and_teach_the_distribution_nothing()
    {
        var run = Run("fp-nas", new { WarmupSteps = 5, SwitchToJointAt = 1 });
        var before = run.Strategy.Status.Alphas["depth"];
        run.Advance(5);
        run.Candidates.Should().OnlyContain(candidate => ((SupernetStep)candidate.Work).Validate.IsEmpty);
        run.Strategy.Status.Alphas["depth"].Should().Equal(before);
        run.Advance(1).Strategy.Status.Alphas["depth"].Should().NotEqual(before);
    }

    [Fact]
    public void A_failed_step_and_one_with_a_loss_that_is_no_number_leave_the_distribution_as_it_was()
    {
        static Measurement Spoilt(Candidate candidate) => candidate.Number switch
        {
            3 => Measurement.Failed(FailureKind.Poisoned, "Lost."),
            4 => ToyEstimator.Measure(candidate).With("val_nll",
                [double.NaN, .. Enumerable.Repeat(1.0, ((SupernetStep)candidate.Work).Validate.Length - 1)]),
            _ => ToyEstimator.Measure(candidate),
        };

        var run = Run("parsec", measure: Spoilt).Advance(3);
        var before = run.Strategy.Status.Alphas["first"];
        run.Advance(2).Strategy.Status.Alphas["first"].Should().Equal(before);
        run.Strategy.Status.Scalars["skipped_steps"].Should().Be(2);
        run.Advance(1).Strategy.Status.Alphas["first"].Should().NotEqual(before);
    }

    [Fact]
    public void An_estimator_that_does_not_give_a_loss_per_path_is_told_so()
    {
        var run = Run("parsec", measure: _ => new Measurement().With("val_nll", [1.0]));
        run.Invoking(it => it.Advance()).Should().Throw<InvalidOperationException>().WithMessage("*1 values of 'val_nll' for 8*");
    }

    [Fact]
    public void It_waits_for_the_step_that_is_pending()
    {
        var strategy = Run("fp-nas").Strategy;
        var step = strategy.Propose(new ProposalContext(0, 1, []))!;
        strategy.Propose(new ProposalContext(1, 1, [new Candidate(0, step)])).Should().BeNull();
    }

    [Fact]
    public void Without_a_target_it_finds_the_best_architecture()
    {
        var best = Space.All().MaxBy(ToyEstimator.Accuracy);
        var run = Run("fp-nas", new { Lambda = 4.0, LossScale = 20.0 }, budget: 300).Advance(300);
        run.Strategy.Recommend(1).Should().Equal(best!);
        Space.Cost(best!).Macs.Should().Be(8000);
    }

    [Fact]
    public void With_a_target_it_ends_at_the_target()
    {
        var objective = new Objective("val_accuracy", []).Under("macs", 4000);
        var run = Run("fp-nas", new { Lambda = 4.0, LossScale = 20.0 }, budget: 600, objective: objective).Advance(600);
        Space.Cost(run.Strategy.Recommend(1)[0]).Macs.Should().Be(4000);
        run.Strategy.Status.Scalars["target_macs"].Should().Be(4000);
        run.Strategy.Status.Scalars["expected_macs"].Should().BeInRange(3800, 4200);
    }

    [Fact]
    public void What_is_over_the_target_stands_behind_all_that_keeps_to_it()
    {
        var objective = new Objective("val_accuracy", []).Under("macs", 4000);
        var recommended = Run("fp-nas", objective: objective).Advance(5).Strategy.Recommend(42);
        recommended.Should().HaveCount(42);
        recommended.Select(architecture => Math.Max(4000, Space.Cost(architecture).Macs)).Should().BeInAscendingOrder();
    }

    [Fact]
    public void The_runners_up_are_different_networks()
    {
        var run = Run("fp-nas").Advance(50);
        run.Strategy.Recommend(40).Should().OnlyHaveUniqueItems().And.HaveCount(40);
        run.Strategy.Recommend(100).Should().HaveCount(42, "the space has no more");
    }

    [Fact]
    public void The_rule_is_told_the_scale_of_the_losses()
    {
        var step = (SupernetStep)Run("fp-nas", new { LossScale = 64 }).Advance(1).Candidates[0].Work;
        step.Rule.Id.Should().Be("importance");
        step.Settings.Should().Equal(ImmutableSortedDictionary<string, double>.Empty.Add("loss_scale", 64));
    }

    [Fact]
    public void Its_validation_paths_are_measured_on_as_many_batches_as_it_is_told()
    {
        ((SupernetStep)Run("fp-nas").Advance(1).Candidates[0].Work).ValidationBatches.Should().Be(1);
        ((SupernetStep)Run("fp-nas", new { ValidationBatches = 4 }).Advance(1).Candidates[0].Work).ValidationBatches.Should().Be(4);
    }

    [Theory]
    [InlineData("minSamples", "0")]
    [InlineData("switchToJointAt", "1.5")]
    [InlineData("adamBeta1", "1")]
    [InlineData("learningRate", "0")]
    [InlineData("lamda", "1")]
    public void An_option_out_of_range_or_unknown_is_refused_by_name(string name, string value)
    {
        var parts = PluginParts.Of(new ProbabilisticPlugin());
        parts.Invoking(it => it.Strategy("fp-nas", Setup(10, null), OptionBag.Empty.With(name, value)))
            .Should().Throw<InputException>().WithMessage($"*'{name}'*");
    }

    private static StrategyRun Run(
        string id, object? options = null, long budget = 100, Func<Candidate, Measurement>? measure = null, Objective? objective = null) =>
        new(PluginParts.Of(new ProbabilisticPlugin()).Strategy(id, Setup(budget, objective), options), 1, 1, measure ?? ToyEstimator.Measure);

    private static StrategySetup Setup(long budget, Objective? objective) =>
        new(Space, new CountedCosts(Space), objective ?? new Objective("val_accuracy", []), new Budget(budget));
}
