using System.Globalization;
using System.Net;
using System.Text;
using NasEngine.Contracts.Recipes;
using NasEngine.Host.Output;

namespace NasEngine.Host.Worth;

/// <summary>What a search is worth, on the report's page.</summary>
internal static class WorthSection
{
    /// <summary>The section, or an empty text where nothing is known of it.</summary>
    public static string Of(SearchWorth? worth)
    {
        if (worth is null)
        {
            return "";
        }

        var page = new StringBuilder("<h2>Against random architectures</h2>");
        var metric = Text(MetricText.Short(worth.Metric.Metric));
        page.Append(CultureInfo.InvariantCulture, $"<table class=\"worth\"><tr><th></th><th>{metric}</th></tr>");
        foreach (var (name, figure) in WorthFigures.Of(worth))
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(name)}</td><td>{Text(figure)}</td></tr>");
        }

        page.Append("</table>");
        page.AppendJoin("", WorthSentences.Of(worth).Select(sentence => $"<p>{Text(sentence)}</p>"));
        return page.ToString();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
