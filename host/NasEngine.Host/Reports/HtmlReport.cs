using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using NasEngine.Host.Display;
using NasEngine.Host.Output;
using NasEngine.Host.Reports.Page;
using NasEngine.Host.Retraining;
using NasEngine.Host.Worth;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Host.Reports;

/// <summary>
/// One page that needs no other file, dark or light as its reader has it: the winners, what they are worth, the Pareto front, the plots of
/// the web view as pictures, the picture of the best network, the definition.
/// </summary>
internal static class HtmlReport
{
    private const string Style = "report.css";

    /// <summary>The page.</summary>
    public static string Of(SearchSummary summary, ReportPlots plots)
    {
        var (header, charts) = (summary.History.Header, new PageCharts(plots));
        var page = Html.Of("html",
            new XAttribute("lang", "en"),
            Html.Of("head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                Html.Of("title", header.Spec.Name),
                Html.Of("style", Css())),
            Html.Of("body",
            [
                Html.Of("h1", header.Spec.Name),
                Html.OfClass("p", "sub", Subtitle(summary)),
                .. WinnersPart.Of(summary),
                .. FailureLines.Of(summary.History).Select(line => Html.OfClass("p", "over", line)),
                .. WorthPart.Of(summary.Worth),
                .. RetrainPart.Of(summary),
                .. FrontPart.Of(summary.Front, charts),
                .. PlotsPart.Of(charts),
                .. Network(summary),
                Html.Of("h2", "Definition"),
                Html.Table([], DefinitionRows.Of(header).Select(row => (IReadOnlyList<string>)[row.Name, row.Value]), 1),
            ]));
        return "<!doctype html>\n" + page.ToString(SaveOptions.DisableFormatting) + "\n";
    }

    private static string Subtitle(SearchSummary summary)
    {
        var header = summary.History.Header;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{header.Spec.Strategy.Id} on {header.Spec.Space.Id}, {summary.History.Steps} steps, {summary.History.Samples} samples, "
            + $"{ProgressLine.Duration(TimeSpan.FromSeconds(header.Seconds))}, seed {header.Spec.Seed}, {summary.State ?? header.State}");
    }

    /// <summary>The picture that was drawn with the best network; nothing where there is none, or it was cut short.</summary>
    private static IEnumerable<object> Network(SearchSummary summary)
    {
        var picture = Path.Combine(summary.Folder, WinnerFolders.Ranked(0), "network.svg");
        if (!File.Exists(picture))
        {
            return [];
        }

        try
        {
            return [Html.Of("h2", "The best network"), Html.OfClass("div", "network wide", XElement.Load(picture))];
        }
        catch (XmlException)
        {
            return [];
        }
    }

    private static string Css()
    {
        using var reader = new StreamReader(typeof(HtmlReport).Assembly.GetManifestResourceStream(Style)!);
        return reader.ReadToEnd();
    }
}
