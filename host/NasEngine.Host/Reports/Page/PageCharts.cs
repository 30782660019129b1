using System.Xml.Linq;
using NasEngine.Host.Plots;
using NasEngine.Host.Plots.Parallel;
using NasEngine.Host.Reports.Charts;
using OxyPlot;

namespace NasEngine.Host.Reports.Page;

/// <summary>The pictures of a page, each with its title.</summary>
/// <param name="plots">What there is to draw.</param>
internal sealed class PageCharts(ReportPlots plots)
{
    private const int Width = 560, Height = 270, Full = 1140, RowHeight = 17, Frame = 60;

    private int _drawn;

    /// <summary>What there is to draw.</summary>
    public ReportPlots Plots => plots;

    /// <summary>Plots beside each other.</summary>
    public XElement Small(IEnumerable<Plot> drawn) =>
        Html.OfClass("div", "charts", drawn.Select(plot => (object?)Figure(plot, Width, Height)));

    /// <summary>Plots below each other.</summary>
    public XElement Large(IEnumerable<Plot> drawn) => Html.OfClass("div", "broad", drawn.Select(plot => (object?)Figure(plot, Full, 460)));

    /// <summary>A plot of rows, as high as they are many.</summary>
    public XElement Rows(Plot plot) => Figure(plot, Full, Frame + RowHeight * plot.Rows!.Count);

    /// <summary>The distribution.</summary>
    public XElement Map(Distribution distribution) =>
        Figure(HeatMapChart.Of(distribution), "Share of each choice", Full, Frame + RowHeight * distribution.Rows.Count);

    /// <summary>Lines across decisions and metrics.</summary>
    public XElement Parallel(ParallelPlot plot) => Figure(ParallelChart.Of(plot), "Decisions and metrics", Full, 420);

    private XElement Figure(Plot plot, int width, int height) => Figure(PlotChart.Of(plot), plot.Title, width, height);

    private XElement Figure(PlotModel chart, string title, int width, int height) => Html.Of(
        "figure", Html.Of("figcaption", title), SvgPicture.Of(chart, title, _drawn++, width, height));
}
