using System.Globalization;
using System.Net;
using System.Text;
using NasEngine.Contracts;
using NasEngine.Host.Display;
using NasEngine.Host.Output;
using NasEngine.Host.Worth;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Host.Reports;

/// <summary>
/// One page that needs no other file: the winners, what they are worth, the Pareto front, the curves, the picture of the best network, the
/// definition.
/// </summary>
internal static class HtmlReport
{
    private const string Style = """
        body{font-family:system-ui,sans-serif;margin:2em auto;max-width:1180px;padding:0 1em;color:#222}
        h1{font-size:1.5em;margin-bottom:.2em} h2{font-size:1.1em;margin-top:1.6em} .sub{color:#666}
        table{border-collapse:collapse;font-size:.92em} th,td{padding:.35em .8em;border-bottom:1px solid #ddd;text-align:right}
        th:first-child,td:first-child,td.text,th.text{text-align:left} td.text{font-family:ui-monospace,monospace;font-size:.85em;overflow-wrap:anywhere}
        .over{color:#b00020}
        .charts{display:flex;flex-wrap:wrap;gap:12px} .network{overflow-x:auto} .network svg{max-width:100%;height:auto}
        """;

    private static readonly string[] Shown =
    [
        MetricNames.TestAccuracy, MetricNames.ValidationAccuracy, MetricNames.ValidationLoss, MetricNames.TrainLoss,
        MetricNames.Macs, MetricNames.Parameters, MetricNames.ActivationBytes, MetricNames.Latency,
    ];

    /// <summary>The page.</summary>
    public static string Of(SearchSummary summary)
    {
        var header = summary.History.Header;
        var page = new StringBuilder();
        page.Append(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
        page.Append(CultureInfo.InvariantCulture, $"<title>{Text(header.Spec.Name)}</title><style>{Style}</style></head><body>");
        page.Append(
            CultureInfo.InvariantCulture,
            $"<h1>{Text(header.Spec.Name)}</h1><p class=\"sub\">{Text(header.Spec.Strategy.Id)} on {Text(header.Spec.Space.Id)}, ");
        page.Append(
            CultureInfo.InvariantCulture,
            $"{summary.History.Steps} steps, {summary.History.Samples} samples, "
            + $"{ProgressLine.Duration(TimeSpan.FromSeconds(header.Seconds))}, seed {header.Spec.Seed}, "
            + $"{Text(summary.State ?? header.State)}</p>");
        Winners(page, summary);
        page.AppendJoin("", FailureLines.Of(summary.History).Select(line => $"<p class=\"over\">{Text(line)}</p>"));
        page.Append(WorthSection.Of(summary.Worth));
        page.Append(FrontSection.Of(summary.Front, header.Spec.Objective));
        page.Append("<h2>Curves</h2><div class=\"charts\">");
        foreach (var chart in Curves.Of(summary.History))
        {
            page.Append(chart);
        }

        page.Append("</div>");
        Network(page, summary);
        Definition(page, summary.History);
        return page.Append("</body></html>\n").ToString();
    }

    private static void Winners(StringBuilder page, SearchSummary summary)
    {
        var names = Shown.Where(name => summary.Found.Any(found => found.Metrics.ContainsKey(name))).ToArray();
        page.Append(summary.State is null ? "<h2>Architectures found</h2>" : "<h2>The best so far</h2>").Append("<table><tr><th></th>");
        page.AppendJoin("", names.Select(name => $"<th>{Text(name)}</th>"));
        page.Append("</tr>");
        foreach (var (found, rank) in summary.Found.Select((found, rank) => (found, rank)))
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Place(rank)}</td>");
            page.AppendJoin("", names.Select(name => $"<td>{Figure(found, name)}</td>"));
            page.Append("</tr>");
        }

        page.Append("</table><p class=\"sub\">Accuracies are shares; MACs are multiply-adds of one image. ")
            .Append(Text(LatencyText.Of(summary))).Append("</p><table>");
        foreach (var (found, rank) in summary.Found.Select((found, rank) => (found, rank)))
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Place(rank)}</td><td class=\"text\">{Text(found.Text)}</td></tr>");
        }

        page.Append("</table>");
        foreach (var (found, rank) in summary.Found.Select((found, rank) => (found, rank)))
        {
            page.AppendJoin("", Overrun.Of(summary.History.Header.Spec.Objective, found.Metrics)
                .Select(overrun => $"<p class=\"over\">The {Place(rank)} is {Text(overrun.ToString())}.</p>"));
        }
    }

    private static string Place(int rank) => rank == 0 ? "best" : $"runner-up {rank}";

    private static void Network(StringBuilder page, SearchSummary summary)
    {
        var picture = Path.Combine(summary.Folder, WinnerFolders.Ranked(0), "network.svg");
        if (File.Exists(picture))
        {
            page.Append("<h2>The best network</h2><div class=\"network\">").Append(File.ReadAllText(picture)).Append("</div>");
        }
    }

    private static void Definition(StringBuilder page, SearchHistory history)
    {
        page.Append("<h2>Definition</h2><table>");
        foreach (var (name, value) in DefinitionRows.Of(history.Header))
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(name)}</td><td class=\"text\">{Text(value)}</td></tr>");
        }

        page.Append("</table>");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Figure(FoundSummary found, string metric) => found.Metrics.TryGetValue(metric, out var value)
        ? value.ToString(Math.Abs(value) >= 1000 ? "#,0" : "0.####", CultureInfo.InvariantCulture)
        : "–";
}
