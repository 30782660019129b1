using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Reading.Following;

namespace NasEngine.Web.Views;

/// <summary>One of the architectures that a search found.</summary>
/// <param name="Rank">Its place, from 0.</param>
/// <param name="Text">In the text of its space.</param>
/// <param name="Metrics">What was measured and counted, the latency among it; empty before it was trained.</param>
/// <param name="State">Why it has no metrics; empty where it has.</param>
public sealed record Winner(int Rank, string Text, IReadOnlyDictionary<string, double> Metrics, string State)
{
    /// <summary>Standard deviations over the seeds that it was trained from, by metric; empty with one.</summary>
    public IReadOnlyDictionary<string, double> Deviations { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    private static readonly string[] Order =
    [
        MetricNames.TestAccuracy, MetricNames.ValidationAccuracy, MetricNames.ValidationLoss, MetricNames.TrainLoss,
        MetricNames.Macs, MetricNames.Parameters, MetricNames.ActivationBytes, MetricNames.WeightBytes, MetricNames.Latency,
        MetricNames.PredictedLatency,
    ];

    /// <summary>The winners of a search, best first; none while it searches.</summary>
    public static IReadOnlyList<Winner> Of(SearchFollower search, ISearchSpace? space) =>
        [.. search.Finalists.Select((one, rank) => new Winner(
        rank,
        space?.Format(one.Architecture) ?? one.Architecture.Key,
        one.WithLatency()?.Metrics ?? new Measurement().Metrics,
        one.Measurement is null ? "to be trained" : one.Measurement.Failure is { } failure ? failure.Message : "")
        {
            Deviations = one.Deviations,
        })];

    /// <summary>The metrics that some winner has, in the order of the columns.</summary>
    public static IReadOnlyList<string> Columns(IReadOnlyList<Winner> winners) =>
        [.. Order.Where(metric => winners.Any(one => one.Metrics.ContainsKey(metric)))];

    /// <summary>What its place is called.</summary>
    public string Place => ResultTable.Place(Rank);
}
