namespace NasEngine.Host.Reports.Page;

/// <summary>The plots of a search on the report's page, those alone that have something to show.</summary>
internal static class PlotsPart
{
    /// <summary>The sections.</summary>
    public static IEnumerable<object> Of(PageCharts charts)
    {
        var plots = charts.Plots;
        if (plots.Curves.Count > 0)
        {
            yield return Html.Of("h2", "Curves");
            yield return charts.Small(plots.Curves);
        }

        if (plots.Importance is not null || plots.Slices.Count > 0 || plots.Distribution is not null)
        {
            yield return Html.Of("h2", "Decisions");
        }

        if (plots.Importance is { } importance)
        {
            yield return Broad(charts.Rows(importance));
            yield return Html.OfClass(
                "p", "sub",
                "PED-ANOVA: the share of what single decisions explain of being among the best tenth of the trials; the line is its "
                + "standard deviation over resampled trials.");
        }

        if (plots.Slices.Count > 0)
        {
            yield return charts.Small(plots.Slices);
            yield return Html.OfClass("p", "sub", "Each trial above what it chose, and the means, whatever the other decisions are.");
        }

        if (plots.Distribution is { } distribution)
        {
            yield return Broad(charts.Map(distribution));
            yield return Html.OfClass(
                "p", "sub", "How often each choice was proposed as the search went on; of relaxed methods, its weight.");
        }

        if (plots.Parallel is { } parallel)
        {
            yield return Broad(charts.Parallel(parallel));
            yield return Html.OfClass(
                "p", "sub", $"{parallel.Lines.Count} of {parallel.Measured} trials, evenly by their score; the best are clearest.");
        }

        if (plots.Timeline is { } timeline && !(timeline.Lanes.IsEmpty && timeline.InFlight.IsEmpty))
        {
            yield return Html.Of("h2", "Timeline");
            if (!timeline.Lanes.IsEmpty)
            {
                yield return Broad(charts.Rows(timeline.Lanes));
            }

            yield return charts.Small(new[] { timeline.InFlight, timeline.Durations }.Where(plot => !plot.IsEmpty));
        }
    }

    private static object Broad(object figure) => Html.OfClass("div", "broad", figure);
}
