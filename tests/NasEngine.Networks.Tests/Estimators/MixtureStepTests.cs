using System.Collections.Immutable;
using NasEngine.Contracts;
using static NasEngine.Networks.Tests.Estimators.EstimatorFixture;

namespace NasEngine.Networks.Tests.Estimators;

/// <summary>Steps with mixtures through the estimator.</summary>
public sealed class MixtureStepTests
{
    private static readonly object Options = new { BatchSize = 20, LearningRate = 0.1, ScheduleSteps = 12 };

    private static readonly Mixture Soft = Mixture.Of("toy")
        .With("width", [0.2, 0.5, 0.3]).With("operation", [0.6, 0.3, 0.1]).With("shortcut", [0.25, 0.75]);

    [Fact]
    public void A_validated_mixture_gives_the_gradient_of_its_loss_by_every_listed_choice()
    {
        using var estimator = Create<IStatefulEstimator>("supernet", Options);
        var path = Space.Decisions.Architecture([0, 1, 0]);
        var measured = estimator.Run(Step(0, "uniform", [Soft], [path, Soft]));

        measured.Failure.Should().BeNull();
        measured.Series.Keys.Should().Equal(
            "train_nll", "val_accuracy", "val_gradient/1/operation", "val_gradient/1/shortcut", "val_gradient/1/width", "val_nll");
        measured.Series["val_nll"].Should().HaveCount(2);
        measured.Series[SeriesNames.ValidationGradient(1, "operation")].Should().HaveCount(3).And.OnlyContain(value => value != 0);
    }

    [Fact]
    public void A_weight_step_and_an_architecture_step_can_be_taken_apart()
    {
        using var estimator = Create<IStatefulEstimator>("supernet", Options);
        var before = State(estimator);
        var architecture = estimator.Run(Step(0, "uniform", [], [Soft]));
        architecture.Series.Keys.Should().Contain("val_gradient/0/width").And.NotContain("train_nll");
        Weights(State(estimator)).Should().Equal(Weights(before));

        var weights = estimator.Run(Step(1, "uniform", [Soft], []));
        weights.Series.Keys.Should().Equal("train_nll");
        Weights(State(estimator)).Should().NotEqual(Weights(before));
    }

    [Fact]
    public void The_gradient_on_the_training_batch_is_given_where_the_rule_is_asked_for_it()
    {
        using var estimator = Create<IStatefulEstimator>("supernet", Options);
        var rule = new ComponentSpec("uniform", OptionBag.From(new { ChoiceGradients = true }));
        var measured = estimator.Run(new Candidate(0, new SupernetStep(rule, [Soft], [], SupernetStep.NoSettings)));
        measured.Series.Keys.Should().Equal("train_gradient/0/operation", "train_gradient/0/shortcut", "train_gradient/0/width", "train_nll");
    }

    [Fact]
    public void A_restored_state_goes_on_to_the_same_measurements_bit_for_bit()
    {
        using var original = Create<IStatefulEstimator>("supernet", Options, threads: 2);
        using var resumed = Create<IStatefulEstimator>("supernet", Options, threads: 2);
        Candidate At(long number) => Step(number, number % 2 == 0 ? "uniform" : "sandwich", [Soft, Space.Decisions.Architecture([1, 1, 1])], [Soft]);
        for (var number = 0; number < 4; number++)
        {
            original.Run(At(number));
        }

        resumed.Restore(new MemoryStream(State(original)));
        for (var number = 4; number < 8; number++)
        {
            resumed.Run(At(number)).Should().Be(original.Run(At(number)));
        }

        State(resumed).Should().Equal(State(original));
    }

    [Fact]
    public void An_unknown_option_of_a_rule_is_refused()
    {
        using var estimator = Create<IStatefulEstimator>("supernet", Options);
        var rule = new ComponentSpec("sandwich", OptionBag.From(new { Temperature = 2 }));
        estimator.Invoking(it => it.Run(new Candidate(0, new SupernetStep(rule, [Soft], [], SupernetStep.NoSettings))))
            .Should().Throw<InputException>().WithMessage("*temperature*");
    }

    [Fact]
    public void Training_a_mixture_brings_its_loss_down()
    {
        using var estimator = Create<IStatefulEstimator>("supernet", new { BatchSize = 50, LearningRate = 0.2, Schedule = "constant" });
        var losses = Enumerable.Range(0, 60).Select(number => estimator.Run(Step(number, "uniform", [Soft], [Soft])).Metrics["val_loss"]).ToArray();
        losses[..5].Average().Should().BeGreaterThan(2);
        losses[^5..].Average().Should().BeLessThan(1);
    }

    private static Candidate Step(long number, string rule, ImmutableArray<Route> train, ImmutableArray<Route> validate) =>
        new(number, new SupernetStep(rule, train, validate, SupernetStep.NoSettings));

    private static byte[] State(IStatefulEstimator estimator)
    {
        using var stream = new MemoryStream();
        estimator.Save(stream);
        return stream.ToArray();
    }

    /// <summary>The state behind its rules, which are noted when a step first names them.</summary>
    private static byte[] Weights(byte[] state)
    {
        var text = System.Text.Encoding.Latin1.GetString(state);
        return state[text.IndexOf("{\"", StringComparison.Ordinal)..];
    }
}
