using NasEngine.Contracts;
using static NasEngine.Networks.Tests.Estimators.EstimatorFixture;

namespace NasEngine.Networks.Tests.Estimators;

public sealed class SupernetEstimatorTests
{
    private const int AfterSteps = 22 + 4 + 8;

    private static readonly object Options = new { BatchSize = 20, LearningRate = 0.1, ScheduleSteps = 12 };

    [Fact]
    public void The_same_steps_give_the_same_measurements_bit_for_bit_on_any_number_of_threads()
    {
        using var one = Create<IStatefulEstimator>("supernet", Options, threads: 1);
        using var two = Create<IStatefulEstimator>("supernet", Options, threads: 2);
        for (var number = 0; number < 6; number++)
        {
            var measured = one.Run(Step(number));
            measured.Failure.Should().BeNull();
            two.Run(Step(number)).Should().Be(measured);
        }

        State(two).Should().Equal(State(one));
    }

    [Fact]
    public void The_seed_matters()
    {
        using var one = Create<IStatefulEstimator>("supernet", Options, seed: 5);
        using var two = Create<IStatefulEstimator>("supernet", Options, seed: 6);
        two.Run(Step(0)).Should().NotBe(one.Run(Step(0)));
    }

    [Fact]
    public void A_restored_state_goes_on_to_the_same_weights_bit_for_bit()
    {
        using var original = Create<IStatefulEstimator>("supernet", Options);
        for (var number = 0; number < 4; number++)
        {
            original.Run(Step(number));
        }

        var saved = State(original);
        using var resumed = Create<IStatefulEstimator>("supernet", Options, seed: 5);
        resumed.Restore(new MemoryStream(saved));
        State(resumed).Should().Equal(saved);

        for (var number = 4; number < 9; number++)
        {
            resumed.Run(Step(number)).Should().Be(original.Run(Step(number)));
        }

        State(resumed).Should().Equal(State(original));
    }

    [Fact]
    public void Restoring_forgets_what_was_there()
    {
        using var original = Create<IStatefulEstimator>("supernet", Options);
        var fresh = State(original);
        for (var number = 0; number < 4; number++)
        {
            original.Run(Step(number));
        }

        State(original).Should().NotEqual(fresh);
        original.Restore(new MemoryStream(fresh));
        State(original).Should().Equal(fresh);
    }

    [Fact]
    public void A_measurement_has_a_value_per_path_and_their_means()
    {
        using var estimator = Create<IStatefulEstimator>("supernet", Options);
        var measured = estimator.Run(Step(0));

        measured.Series["train_nll"].Should().HaveCount(3);
        measured.Series["val_nll"].Should().HaveCount(2);
        measured.Series["val_accuracy"].Should().HaveCount(2);
        measured.Metrics["train_loss"].Should().Be(measured.Series["train_nll"].Average());
        measured.Metrics["val_loss"].Should().Be(measured.Series["val_nll"].Average());
        measured.Metrics["val_accuracy"].Should().Be(measured.Series["val_accuracy"].Average());
        measured.Metrics.Keys.Should().BeEquivalentTo(estimator.Metrics);
    }

    [Fact]
    public void Training_brings_the_loss_down()
    {
        using var estimator = Create<IStatefulEstimator>("supernet", new { BatchSize = 50, LearningRate = 0.2, Schedule = "constant" });
        var losses = Enumerable.Range(0, 60).Select(number => estimator.Run(Step(number, "uniform")).Metrics["val_loss"]).ToArray();
        losses[..5].Average().Should().BeGreaterThan(2);
        losses[^5..].Average().Should().BeLessThan(1);
    }

    [Fact]
    public void A_checkpoint_of_another_space_is_refused()
    {
        using var estimator = Create<IStatefulEstimator>("supernet", Options);
        var state = State(estimator);
        var other = state.Select((value, i) => i == 23 ? (byte)'b' : value).ToArray();
        estimator.Invoking(it => it.Restore(new MemoryStream(other))).Should().Throw<InputException>()
            .WithMessage("The supernet checkpoint is of 'boy' and must be of 'toy'.");
    }

    [Fact]
    public void A_checkpoint_of_layout_1_is_read_and_one_of_a_later_layout_refused()
    {
        using var old = Create<IStatefulEstimator>("supernet", Options);
        var state = State(old);
        using var estimator = Create<IStatefulEstimator>("supernet", Options, seed: 6);
        State(estimator).Should().NotEqual(state);

        estimator.Restore(new MemoryStream(OldLayout(state, '1')));

        State(estimator)[AfterSteps..].Should().Equal(state[AfterSteps..]);
        byte[] later = [.. state.Select((value, i) => i == 21 ? (byte)'4' : value)];
        estimator.Invoking(it => it.Restore(new MemoryStream(later))).Should().Throw<InputException>()
            .WithMessage("The supernet checkpoint is of 'nas-engine supernet 4' and must be of 'nas-engine supernet 3'.");
    }

    [Fact]
    public void A_checkpoint_of_layout_2_goes_on_at_the_candidates_number_as_it_did_then()
    {
        using var original = Create<IStatefulEstimator>("supernet", Options);
        for (var number = 0; number < 4; number++)
        {
            original.Run(Step(number, "uniform"));
        }

        using var resumed = Create<IStatefulEstimator>("supernet", Options);
        resumed.Restore(new MemoryStream(OldLayout(State(original), '2')));
        for (var number = 4; number < 7; number++)
        {
            resumed.Run(Step(number, "uniform")).Should().Be(original.Run(Step(number, "uniform")));
        }

        State(resumed).Should().Equal(State(original));
    }

    [Fact]
    public void A_truncated_checkpoint_is_refused()
    {
        using var estimator = Create<IStatefulEstimator>("supernet", Options);
        estimator.Invoking(it => it.Restore(new MemoryStream(State(it)[..^3]))).Should().Throw<InputException>()
            .WithMessage("'supernet checkpoint' is not a whole safetensors file: it is truncated at byte *");
    }

    [Fact]
    public void A_trial_is_refused()
    {
        using var estimator = Create<IStatefulEstimator>("supernet", Options);
        estimator.Invoking(it => it.Run(Trial())).Should().Throw<InputException>()
            .WithMessage("Estimator 'supernet' trains supernet steps, and the strategy proposed a trial; use the estimator 'from-scratch' with it.");
    }

    [Fact]
    public void Data_of_another_shape_is_refused() =>
        FluentActions.Invoking(() => Create<IStatefulEstimator>("supernet", Options, data: new ToyData(side: 8))).Should().Throw<InputException>()
            .WithMessage("Space 'toy' is for images 1×6×6 in 10 classes; data 'toy' has 1×8×8 in 10 classes. Give the space new { InputChannels = 1, InputSize = 8, Classes = 10 }.");

    /// <summary>What an earlier program wrote: no number of steps after the space.</summary>
    private static byte[] OldLayout(byte[] state, char layout) =>
        [.. state[..(AfterSteps - 8)].Select((value, i) => i == 21 ? (byte)layout : value), .. state[AfterSteps..]];

    private static byte[] State(IStatefulEstimator estimator)
    {
        using var stream = new MemoryStream();
        estimator.Save(stream);
        return stream.ToArray();
    }
}
