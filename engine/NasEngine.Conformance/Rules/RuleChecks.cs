using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Plugins.Conformance;

/// <summary>
/// What the engine relies on in every rule of a supernet that trains paths, on a supernet of small networks on the processor.
/// </summary>
public abstract class RuleChecks
{
    /// <summary>What each step trains.</summary>
    protected virtual ImmutableArray<Route> Routes => SupernetSteps.Routes;

    /// <summary>A check.</summary>
    [Check]
    public virtual void The_same_steps_end_with_the_same_weights_bit_for_bit()
    {
        using var one = NewSteps();
        using var other = NewSteps();
        foreach (var steps in new[] { one, other })
        {
            steps.Train(0, Routes);
            steps.Train(1, Routes);
        }

        Must.Equal(other.Weights, one.Weights, "after the same steps the weights are others");
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void A_step_moves_the_weights_and_reports_a_finite_loss_for_each_route()
    {
        using var steps = NewSteps();
        var before = steps.Weights;

        var measured = steps.Train(0, Routes);

        Must.Hold(measured.Failure is null, $"a step fails: {measured.Failure?.Message}");
        Must.Hold(!steps.Weights.AsSpan().SequenceEqual(before), "the weights are as they were before the step");
        Must.Hold(
            measured.Series.TryGetValue(SeriesNames.TrainLosses, out var losses) && losses.Length == Routes.Length
                && losses.All(double.IsFinite),
            $"it does not report '{SeriesNames.TrainLosses}', a finite loss for each of the {Routes.Length} routes");
        Must.Hold(
            measured.Metrics.TryGetValue(MetricNames.TrainLoss, out var loss) && double.IsFinite(loss),
            $"it does not report '{MetricNames.TrainLoss}', a finite number");
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void A_loss_that_is_not_a_number_is_a_failed_measurement_and_the_weights_stay()
    {
        using var steps = NewSteps();
        var before = steps.Weights;

        var measured = steps.Train(0, Routes, spoilt: true);

        Must.Hold(
            measured.Failure?.Kind == FailureKind.NotANumber,
            $"images that are not numbers make {measured.Failure?.Kind.ToString() ?? "a measurement"}, and are to make "
            + $"{FailureKind.NotANumber}");
        Must.Equal(steps.Weights, before, "a loss that is not a number changes the weights");
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void A_step_that_trains_nothing_changes_no_weights_or_is_refused_in_a_sentence()
    {
        using var steps = NewSteps();
        var before = steps.Weights;

        try
        {
            steps.Train(0, []);
        }
        catch (InputException)
        {
            // A sentence ends the search; another exception would be taken for a fault of the worker.
        }

        Must.Equal(steps.Weights, before, "a step that trains nothing changes the weights");
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void Made_anew_in_the_middle_with_what_it_saved_it_ends_with_the_same_weights()
    {
        using var whole = NewSteps();
        using var begun = NewSteps();
        using var continued = NewSteps();
        whole.Train(0, Routes);
        whole.Train(1, Routes);

        begun.Train(0, Routes);
        var unread = continued.Continue(begun);
        Must.Hold(unread == 0, $"it leaves {unread} of the bytes that it saved unread");
        continued.Train(1, Routes);

        Must.Equal(continued.Weights, whole.Weights, "made anew in the middle, it ends with other weights");
    }

    /// <summary>A fresh rule.</summary>
    protected abstract ISupernetRule Create(SupernetRuleSetup setup);

    /// <summary>A fresh supernet that a fresh rule trains.</summary>
    protected SupernetSteps NewSteps() => new(Create);
}
