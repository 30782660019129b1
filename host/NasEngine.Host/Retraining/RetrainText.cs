using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Retraining;

namespace NasEngine.Host.Retraining;

/// <summary>What was trained again, for people: a table of figures, then sentences.</summary>
internal static class RetrainText
{
    private static readonly string[] Shown =
    [
        MetricNames.TestAccuracy, MetricNames.TestR2, MetricNames.ValidationAccuracy, MetricNames.ValidationR2, MetricNames.ValidationLoss,
        MetricNames.Macs, MetricNames.Parameters, MetricNames.Latency,
    ];

    /// <summary>What it is of, and how it was trained: <c>trial 12, 20 epochs, seed 3</c>.</summary>
    /// <param name="name">What was asked.</param>
    /// <param name="architecture">Its architecture.</param>
    /// <param name="winners">The winners of the search whose architecture it is, best first.</param>
    public static string Title(RetrainName name, Architecture architecture, IReadOnlyList<Architecture> winners)
    {
        var rank = winners.ToList().IndexOf(architecture);
        var subject = name.Trial is { } trial ? string.Create(CultureInfo.InvariantCulture, $"trial {trial}")
            : rank >= 0 ? ResultTable.Place(rank)
            : name.Subject;
        return subject
            + (name.Epochs is { } epochs ? string.Create(CultureInfo.InvariantCulture, $", {epochs:0.####} epochs") : "")
            + (name.Seed is { } seed ? string.Create(CultureInfo.InvariantCulture, $", seed {seed}") : "");
    }

    /// <summary>A table: a head, and a row for each.</summary>
    public static (string[] Head, IReadOnlyList<string[]> Rows) Table(
        IReadOnlyList<(string Title, IReadOnlyDictionary<string, double> Metrics)> rows)
    {
        var columns = Shown.Where(metric => rows.Any(row => row.Metrics.ContainsKey(metric))).ToArray();
        return (
            ["", .. columns.Select(MetricText.Short)],
            [
                .. rows.Select(row => (string[])
                [
                    row.Title,
                    .. columns.Select(metric => row.Metrics.TryGetValue(metric, out var value) ? MetricText.Figure(metric, value) : "–"),
                ]),
            ]);
    }

    /// <summary>The rows of what was trained again of a search.</summary>
    /// <param name="retrained">What was.</param>
    /// <param name="winners">The winners of the search, best first.</param>
    public static IReadOnlyList<(string Title, IReadOnlyDictionary<string, double> Metrics)> Rows(
        IEnumerable<Retrained> retrained, IReadOnlyList<Architecture> winners) =>
        [.. retrained.Select(one => (Title(one.Name, one.Architecture, winners), one.Metrics))];
}
