using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Host.Output;
using NasEngine.Search;

namespace NasEngine.Host.Display;

/// <summary>One of the best trials in a line: <c>1st val acc 0.9013, MACs 4.30 M, trial 12: |conv…</c>. Pure: tested as text.</summary>
internal static class BestLine
{
    private static readonly string[] Places = ["best", "2nd ", "3rd "];

    /// <summary>The figure of a trial that the search is about: its first axis, or the score where that was not measured.</summary>
    public static string Figure(Leader leader, ImmutableArray<ObjectiveAxis> axes) =>
        leader.Measurement.Metrics.TryGetValue(axes[0].Metric, out var value)
            ? MetricText.Figure(axes[0].Metric, value)
            : leader.Score.ToString("0.0000", CultureInfo.InvariantCulture);

    /// <summary>The line.</summary>
    public static string Of(Leader leader, int place, ImmutableArray<ObjectiveAxis> axes, Func<Architecture, string> format)
    {
        var metrics = leader.Measurement.Metrics;
        var figures = axes.Where(axis => metrics.ContainsKey(axis.Metric))
            .Select(axis => $"{MetricText.Short(axis.Metric)} {MetricText.Figure(axis.Metric, metrics[axis.Metric])}").ToArray();
        var what = figures.Length > 0 ? string.Join(", ", figures) : Figure(leader, axes);
        return string.Create(CultureInfo.InvariantCulture, $"{Places[place]} {what}, trial {leader.Number}: {format(leader.Architecture)}");
    }
}
