using NasEngine.Contracts.Recipes;
using NasEngine.Host.Output;

namespace NasEngine.Host.Worth;

/// <summary>The figures of a comparison as rows of a table.</summary>
internal static class WorthFigures
{
    public static IReadOnlyList<(string Name, string Figure)> Of(SearchWorth worth) =>
    [
        .. new[]
        {
            ("winner", worth.Winner.Metrics[worth.Metric.Metric]),
            ("random: min", worth.Random.Min),
            ("mean", worth.Random.Mean),
            ("median", worth.Random.Median),
            ("max", worth.Random.Max),
            ("standard deviation", worth.Random.Deviation),
        }.Select(row => (row.Item1, MetricText.Figure(worth.Metric.Metric, row.Item2))),
    ];
}
