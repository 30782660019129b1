using NasEngine.Contracts;
using NasEngine.Host.Plots;
using NasEngine.Host.Reports.Charts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading.Following;
using OxyPlot;

namespace NasEngine.Host.Reports;

/// <summary>Pictures that recipes ask for, each a file of its own.</summary>
internal static class RecipePlots
{
    private const int Width = 760, Height = 420;

    /// <summary>A picture as SVG.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="header">The search in it.</param>
    /// <param name="space">Its space.</param>
    /// <param name="objective">Its objective.</param>
    /// <param name="kind"><c>history</c> or <c>front</c>.</param>
    /// <exception cref="InputException">There is nothing to draw.</exception>
    public static string Of(SearchJournal journal, SearchHeader header, ISearchSpace space, IObjective objective, string kind)
    {
        var search = new SearchFollower(header, space, objective);
        search.Advance(journal, header, int.MaxValue / 2);
        var plot = kind == "front" ? Front(search) : SearchPlots.Of(search, byTime: false).FirstOrDefault();
        if (plot is null or { IsEmpty: true })
        {
            throw new InputException(kind == "front"
                ? $"Search '{header.Spec.Name}' has no Pareto front to draw: it needs trials, and a second axis, as .Against(Macs())."
                : $"Search '{header.Spec.Name}' has nothing measured of which a history can be drawn.");
        }

        var chart = PlotChart.Of(plot);
        chart.Title = plot.Title;
        return new SvgExporter { Width = Width, Height = Height }.ExportToString(chart);
    }

    private static Plot? Front(SearchFollower search) =>
        !search.IsSupernet && search.Header.Spec.Objective.Axes.Select(axis => axis.Metric).Where(search.Trials.Metrics.ContainsKey)
            .ToArray() is [var up, var across, ..]
            ? FrontPlot.Of(search, across, up, _ => "").Plot
            : null;
}
