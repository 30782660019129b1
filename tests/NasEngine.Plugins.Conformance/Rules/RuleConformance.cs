using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Plugins.Conformance;

/// <summary>
/// What the engine relies on in every rule of a supernet that trains paths. A plugin's tests derive from it, name the rule, and pass. It
/// trains a supernet of small networks on the processor.
/// </summary>
public abstract class RuleConformance
{
    /// <summary>What each step trains.</summary>
    protected virtual ImmutableArray<Route> Routes => SupernetSteps.Routes;

    [Fact]
    public void The_same_steps_end_with_the_same_weights_bit_for_bit()
    {
        using var one = NewSteps();
        using var other = NewSteps();

        foreach (var steps in new[] { one, other })
        {
            steps.Train(0, Routes);
            steps.Train(1, Routes);
        }

        other.Weights.Should().Equal(one.Weights);
    }

    [Fact]
    public void A_step_moves_the_weights_and_reports_a_finite_loss_for_each_route()
    {
        using var steps = NewSteps();
        var before = steps.Weights;

        var measured = steps.Train(0, Routes);

        measured.Failure.Should().BeNull();
        steps.Weights.Should().NotEqual(before);
        measured.Series[SeriesNames.TrainLosses].Should().HaveCount(Routes.Length).And.OnlyContain(loss => double.IsFinite(loss));
        double.IsFinite(measured.Metrics[MetricNames.TrainLoss]).Should().BeTrue();
    }

    [Fact]
    public void A_loss_that_is_not_a_number_is_a_failed_measurement_and_the_weights_stay()
    {
        using var steps = NewSteps();
        var before = steps.Weights;

        var measured = steps.Train(0, Routes, spoilt: true);

        measured.Failure?.Kind.Should().Be(FailureKind.NotANumber);
        measured.Failure.Should().NotBeNull();
        steps.Weights.Should().Equal(before);
    }

    [Fact]
    public void A_step_that_trains_nothing_changes_no_weights_or_is_refused_in_a_sentence()
    {
        using var steps = NewSteps();
        var before = steps.Weights;

        var refused = Record.Exception(() => steps.Train(0, []));

        (refused is null or InputException).Should().BeTrue("another exception is taken for a fault of the worker: {0}", refused);
        steps.Weights.Should().Equal(before);
    }

    [Fact]
    public void Made_anew_in_the_middle_with_what_it_saved_it_ends_with_the_same_weights()
    {
        using var whole = NewSteps();
        using var begun = NewSteps();
        using var continued = NewSteps();
        whole.Train(0, Routes);
        whole.Train(1, Routes);

        begun.Train(0, Routes);
        continued.Continue(begun).Should().Be(0, "it reads all that it wrote");
        continued.Train(1, Routes);

        continued.Weights.Should().Equal(whole.Weights);
    }

    /// <summary>A fresh rule.</summary>
    protected abstract ISupernetRule Create(SupernetRuleSetup setup);

    /// <summary>A fresh supernet that a fresh rule trains.</summary>
    protected SupernetSteps NewSteps() => new(Create);
}
