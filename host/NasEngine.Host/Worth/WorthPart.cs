using NasEngine.Contracts.Recipes;
using NasEngine.Host.Output;
using NasEngine.Host.Reports.Page;

namespace NasEngine.Host.Worth;

/// <summary>What a search is worth, on the report's page.</summary>
internal static class WorthPart
{
    /// <summary>The section; nothing where nothing is known of it.</summary>
    public static IEnumerable<object> Of(SearchWorth? worth) => worth is null ? [] :
    [
        Html.Of("h2", "Against random architectures"),
        Html.Table(
            ["", MetricText.Short(worth.Metric.Metric)],
            WorthFigures.Of(worth).Select(row => (IReadOnlyList<string>)[row.Name, row.Figure])),
        .. WorthSentences.Of(worth).Select(sentence => Html.Of("p", sentence)),
    ];
}
