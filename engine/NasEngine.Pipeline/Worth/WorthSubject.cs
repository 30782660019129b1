using NasEngine.Contracts;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Retraining;
using NasEngine.Pipeline.Searches;
using NasEngine.Search;

namespace NasEngine.Pipeline.Worth;

/// <summary>A search that can be weighed: it is completed, and its winner was measured in a way that others can be.</summary>
/// <param name="History">The search.</param>
/// <param name="Winner">Its winner.</param>
/// <param name="Metric">What is compared: the objective's metric as finals measure it, and which way is better.</param>
public sealed record WorthSubject(SearchHistory History, Finalist Winner, ObjectiveAxis Metric)
{
    /// <summary>Its definition.</summary>
    public SearchSpec Spec => History.Header.Spec;

    /// <summary>What the winner measured.</summary>
    public double Value => Winner.WithLatency()!.Metrics[Metric.Metric];

    /// <summary>Whether it trains nothing: its trials are looked up, and are what its winners are judged by.</summary>
    public bool IsTabular => Spec.Final is null;

    /// <summary>Who trained the winner, or measured it where there are no finals.</summary>
    public ComponentSpec Training => Spec.Final?.Estimator ?? Spec.Estimator;

    /// <summary>Whether a comparison trained its architectures as the winner was; the finals of a search may be changed.</summary>
    public bool TrainsAs(SearchSpec comparison) => TrainingSpec.IsThatOf(History.Header, Training, comparison.Estimator);

    /// <summary>What one final took, seconds; of a search without finals, what one trial took.</summary>
    public double SecondsOfOne => IsTabular
        ? History.Header.Seconds / Math.Max(1, History.Steps)
        : Middle([.. History.FinalTimes.Zip(History.FinalTimes.Skip(1), (one, next) => (next - one).TotalSeconds).Order()]);

    /// <summary>The search that the journal has.</summary>
    /// <exception cref="InputException">It cannot be weighed.</exception>
    public static WorthSubject Of(SearchHistory history)
    {
        var spec = history.Header.Spec;
        if (WorthName.Parse(spec.Name) is { } comparison)
        {
            throw new InputException(
                $"Search '{spec.Name}' trained the random architectures that '{comparison.Search}' is weighed against; ask for the worth "
                + $"of '{comparison.Search}'.");
        }

        if (history.Header.State != "completed")
        {
            throw new InputException(
                $"Search '{spec.Name}' is not completed, so it has no winner yet; finish it first: nas resume {spec.Name}.");
        }

        if (RetrainName.Parse(spec.Name) is { } retrained)
        {
            throw new InputException(
                $"Search '{spec.Name}' trained an architecture of '{retrained.Search}' again; ask for the worth of '{retrained.Search}'.");
        }

        if (spec.Final is null && spec.Data is not null)
        {
            throw new InputException(
                $"Search '{spec.Name}' has no finals, so its winner was not measured on test images; give its recipe .Final(epochs: …) "
                + "and run it under another name.");
        }

        if (spec.Final is { Inherits: true })
        {
            throw new InputException(
                $"The winners of search '{spec.Name}' kept the weights of their trials, which random architectures do not have; use "
                + ".Final without inherit to compare them.");
        }

        return history.Finalists.FirstOrDefault(finalist => finalist.Measurement is { Failure: null }) is { } winner
            ? new WorthSubject(history, winner, MetricOf(spec, winner))
            : throw new InputException($"Search '{spec.Name}' has no winner that was measured.");
    }

    private static ObjectiveAxis MetricOf(SearchSpec spec, Finalist winner)
    {
        var metrics = winner.WithLatency()!.Metrics;
        var axis = spec.Objective.Axes[0];
        axis = axis.Metric is MetricNames.ValidationAccuracy or MetricNames.ValidationLoss && metrics.ContainsKey(MetricNames.TestAccuracy)
            ? new ObjectiveAxis(MetricNames.TestAccuracy, Direction.Maximize)
            : axis;
        return metrics.ContainsKey(axis.Metric)
            ? axis
            : throw new InputException($"The finals of search '{spec.Name}' do not measure '{axis.Metric}', which its objective is about.");
    }

    private static double Middle(double[] sorted) => sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
}
