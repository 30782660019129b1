using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Host.Output;
using NasEngine.Host.Plots;

namespace NasEngine.Host.Reports.Page;

/// <summary>The Pareto front on the report's page: the trade-offs as pictures, and a table.</summary>
internal static class FrontPart
{
    /// <summary>The section; nothing when nothing is on the front.</summary>
    public static IEnumerable<object> Of(FrontSummary? front, PageCharts charts)
    {
        if (front is null || front.Entries.Count == 0)
        {
            yield break;
        }

        yield return Html.Of("h2", "Pareto front");
        yield return Html.OfClass(
            "p", "sub",
            $"{front.Share}: no other one is at least as good by each of "
            + $"{string.Join(", ", front.Axes.Select(axis => MetricText.Short(axis.Metric)))} and better by one."
            + (front.OfFinalists ? " Paths of a supernet are measured with shared weights and take no part." : ""));
        yield return charts.Large(front.OfFinalists ? Finalists(front) : charts.Plots.Fronts);
        yield return Html.OfClass("div", "wide", Html.Table(
            [front.OfFinalists ? "finalist" : "trial", .. front.Axes.Select(axis => MetricText.Short(axis.Metric)), "architecture"],
            front.Entries.Select(entry => (IReadOnlyList<string>)
            [
                (front.OfFinalists ? entry.Number + 1 : entry.Number).ToString(CultureInfo.InvariantCulture),
                .. front.Axes.Select(axis => MetricText.Figure(axis.Metric, entry.Found.Metrics[axis.Metric])),
                entry.Found.Text,
            ]),
            front.Axes.Length + 1));
    }

    /// <summary>The finalists by the first axis and each of the others.</summary>
    private static IEnumerable<Plot> Finalists(FrontSummary front) => front.Axes.Skip(1).Select(across =>
    {
        var up = front.Axes[0];
        var best = front.Entries.Select(entry => entry.Found.Metrics).OrderBy(metrics => metrics[across.Metric]).ToArray();
        return new Plot(
            $"{MetricText.Short(up.Metric)} against {MetricText.Short(across.Metric)}", Title(across), Title(up),
            [Points("finalists", front.Measured, LineKind.Dots), Points("front", best, LineKind.Marks)]);

        Line Points(string name, IReadOnlyList<ImmutableSortedDictionary<string, double>> measured, LineKind kind) => new(
            name, [.. measured.Select(metrics => metrics[across.Metric])], [.. measured.Select(metrics => metrics[up.Metric])], kind);
    });

    private static string Title(ObjectiveAxis axis) => $"{MetricText.Long(axis.Metric)}, {MetricText.Wish(axis.Direction)}";
}
