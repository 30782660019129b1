using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Host.Output;

namespace NasEngine.Host.Reports.Page;

/// <summary>The winners on the report's page: their figures, their architectures, and which miss a target.</summary>
internal static class WinnersPart
{
    private static readonly string[] Shown =
    [
        MetricNames.TestAccuracy, MetricNames.ValidationAccuracy, MetricNames.ValidationLoss, MetricNames.TrainLoss,
        MetricNames.Macs, MetricNames.Parameters, MetricNames.ActivationBytes, MetricNames.WeightBytes, MetricNames.Latency,
        MetricNames.PredictedLatency,
    ];

    /// <summary>The section.</summary>
    public static IEnumerable<object> Of(SearchSummary summary)
    {
        var names = Shown.Where(name => summary.Found.Any(found => found.Metrics.ContainsKey(name))).ToArray();
        yield return Html.Of("h2", summary.State is null ? "Architectures found" : "The best so far");
        yield return Html.OfClass("div", "wide", Html.Table(
            ["", .. names],
            summary.Found.Select((found, rank) => (IReadOnlyList<string>)[Place(rank), .. names.Select(name => Figure(found, name))])));
        yield return Html.OfClass(
            "p", "sub", $"Accuracies are shares; MACs are multiply-adds of one image. {Seeds(summary)}{LatencyText.Of(summary)}".TrimEnd());
        yield return Html.Table([], summary.Found.Select((found, rank) => (IReadOnlyList<string>)[Place(rank), found.Text]), 1);
        foreach (var (found, rank) in summary.Found.Select((found, rank) => (found, rank)))
        {
            foreach (var overrun in Overrun.Of(summary.History.Header.Spec.Objective, found.Metrics))
            {
                yield return Html.OfClass("p", "over", $"The {Place(rank)} is {overrun}.");
            }
        }
    }

    private static string Seeds(SearchSummary summary) => summary.History.Header.Spec.Final is { Seeds: > 1 and var seeds }
        ? $"Winners are trained from {seeds} seeds: means ± standard deviations, the networks kept being those of the first. "
        : "";

    private static string Place(int rank) => rank == 0 ? "best" : $"runner-up {rank}";

    private static string Figure(FoundSummary found, string metric) => found.Metrics.TryGetValue(metric, out var value)
        ? found.Deviations.TryGetValue(metric, out var deviation) ? $"{Figure(value)} ± {Figure(deviation)}" : Figure(value)
        : "–";

    private static string Figure(double value) => value.ToString(Math.Abs(value) >= 1000 ? "#,0" : "0.####", CultureInfo.InvariantCulture);
}
