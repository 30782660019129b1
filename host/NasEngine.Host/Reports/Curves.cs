using NasEngine.Contracts;
using NasEngine.Pipeline.Reading;

namespace NasEngine.Host.Reports;

/// <summary>The curves of a search as pictures.</summary>
internal static class Curves
{
    /// <summary>Entropy, K, expected MACs and losses of a supernet search; scores of a multi-trial one.</summary>
    public static IEnumerable<string> Of(SearchHistory history)
    {
        var spec = history.Header.Spec;
        var target = spec.Objective.Targets.FirstOrDefault(target => target.Metric == MetricNames.Macs)?.Value;
        return history.IsSupernet
            ? [
                Chart("Entropy of the distribution (nats)", ("entropy", Status(history, "entropy"))),
                Chart("Samples per step (K)", ("K", Status(history, "samples"))),
                Chart(target is null
                    ? "Expected MACs"
                    : "Expected MACs (dashed: the target)", target, ("expected MACs", Status(history, "expected_macs"))),
                Chart("Loss (nats)", ("training", Metric(history, MetricNames.TrainLoss)), (
                    "validation", Metric(history, MetricNames.ValidationLoss))),
            ]
            : [
                Chart("Best so far", (spec.Objective.Axes[0].Metric, Best(history))),
                Chart("Each trial", (spec.Objective.Axes[0].Metric, Metric(history, spec.Objective.Axes[0].Metric))),
            ];
    }

    private static string Chart(string title, params (string, IReadOnlyList<(double, double)>)[] series) =>
        LineChart.Of(title, "candidate number", series);

    private static string Chart(string title, double? level, params (string, IReadOnlyList<(double, double)>)[] series) =>
        LineChart.Of(title, "candidate number", series, level);

    private static IReadOnlyList<(double X, double Y)> Status(SearchHistory history, string name) =>
        [.. history.Candidates.Where(entry => entry.Status.ContainsKey(name)).Select(
            entry => ((double)entry.Candidate.Number, entry.Status[name]))];

    private static IReadOnlyList<(double X, double Y)> Metric(SearchHistory history, string name) =>
        [.. history.Candidates
            .Where(entry => entry.Measurement?.Metrics.ContainsKey(name) == true)
            .Select(entry => ((double)entry.Candidate.Number, entry.Measurement!.Metrics[name]))];

    private static IReadOnlyList<(double X, double Y)> Best(SearchHistory history)
    {
        var axis = history.Header.Spec.Objective.Axes[0];
        Func<double, double, double> better = axis.Direction == Direction.Maximize ? Math.Max : Math.Min;
        var best = double.NaN;
        return [.. Metric(history, axis.Metric).Select(point => (point.X, best = double.IsNaN(best) ? point.Y : better(best, point.Y)))];
    }
}
