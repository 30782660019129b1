using NasEngine.Host.Reports;
using NasEngine.Host.Reports.Page;

namespace NasEngine.Host.Retraining;

/// <summary>What was trained again of a search, on the report's page.</summary>
internal static class RetrainPart
{
    /// <summary>The section; nothing where nothing was.</summary>
    public static IEnumerable<object> Of(SearchSummary summary)
    {
        if (summary.Retrained.Count == 0)
        {
            yield break;
        }

        var (head, rows) = RetrainText.Table(RetrainText.Rows(summary.Retrained, [.. summary.Found.Select(one => one.Architecture)]));
        yield return Html.Of("h2", "Trained again");
        yield return Html.OfClass("div", "wide", Html.Table(head, rows));
    }
}
