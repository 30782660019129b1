using System.Globalization;
using System.Net;
using System.Text;
using NasEngine.Contracts;
using NasEngine.Host.Output;

namespace NasEngine.Host.Reports;

/// <summary>The Pareto front on the report's page: a picture when it has two axes, and a table.</summary>
internal static class FrontSection
{
    /// <summary>The section, or an empty text when nothing is on the front.</summary>
    public static string Of(FrontSummary? front, ObjectiveSpec objective)
    {
        if (front is null || front.Entries.Count == 0)
        {
            return "";
        }

        var page = new StringBuilder("<h2>Pareto front</h2>");
        page.Append(
            CultureInfo.InvariantCulture,
            $"<p class=\"sub\">{front.Share}: no other one is at least as good by each of "
            + $"{Text(string.Join(", ", front.Axes.Select(axis => MetricText.Short(axis.Metric))))} and better by one.");
        page.Append(front.OfFinalists ? " Paths of a supernet are measured with shared weights and take no part.</p>" : "</p>");
        if (front.Axes.Length == 2)
        {
            page.Append("<div>").Append(Picture(front, objective)).Append("</div>");
        }

        Table(page, front);
        return page.ToString();
    }

    private static string Picture(FrontSummary front, ObjectiveSpec objective)
    {
        var (y, x) = (front.Axes[0], front.Axes[1]);
        return ScatterChart.Of(
            (Title(x), x.Direction),
            (Title(y), y.Direction),
            [.. front.Measured.Select(metrics => (metrics[x.Metric], metrics[y.Metric]))],
            [.. front.Entries.Select(entry => (entry.Found.Metrics[x.Metric], entry.Found.Metrics[y.Metric], entry.Found.Text))],
            objective.Targets.FirstOrDefault(target => target.Metric == x.Metric)?.Value);
    }

    private static string Title(ObjectiveAxis axis) => $"{MetricText.Long(axis.Metric)}, {MetricText.Wish(axis.Direction)}";

    private static void Table(StringBuilder page, FrontSummary front)
    {
        page.Append(CultureInfo.InvariantCulture, $"<table class=\"front\"><tr><th>{(front.OfFinalists ? "finalist" : "trial")}</th>");
        page.AppendJoin("", front.Axes.Select(axis => $"<th>{Text(MetricText.Short(axis.Metric))}</th>"));
        page.Append("<th class=\"text\">architecture</th></tr>");
        foreach (var entry in front.Entries)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{(front.OfFinalists ? entry.Number + 1 : entry.Number)}</td>");
            page.AppendJoin("", front.Axes.Select(axis => $"<td>{MetricText.Figure(axis.Metric, entry.Found.Metrics[axis.Metric])}</td>"));
            page.Append(CultureInfo.InvariantCulture, $"<td class=\"text\">{Text(entry.Found.Text)}</td></tr>");
        }

        page.Append("</table>");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
