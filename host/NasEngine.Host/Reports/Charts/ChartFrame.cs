using NasEngine.Host.Reports.Page;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;

namespace NasEngine.Host.Reports.Charts;

/// <summary>Charts with axes and without lines, in the look of the report.</summary>
internal static class ChartFrame
{
    /// <summary>Letters of names that fit beside each other under a chart of half the width of the page.</summary>
    private const int HalfAPage = 52;

    /// <summary>The library takes letters for narrower than browsers draw them: so much more room a letter needs, in points.</summary>
    private const double MoreALetter = 2.4;

    /// <summary>A chart between two axes.</summary>
    public static PlotModel Of(Axis across, Axis up)
    {
        var model = new PlotModel
        {
            DefaultFont = "sans-serif",
            DefaultFontSize = 11,
            TextColor = ChartColour.Text,
            PlotAreaBorderColor = ChartColour.Grid,
            PlotAreaBorderThickness = new OxyThickness(1, 0, 0, 1),
            Padding = new OxyThickness(
                12 + MoreALetter * Longest(up), 8, 18, across is CategoryAxis { Angle: not 0 } ? 8 + MoreALetter * Longest(across) : 8),
        };
        model.Axes.Add(across);
        model.Axes.Add(up);
        return model;
    }

    /// <summary>An axis of a measure.</summary>
    public static LinearAxis Measure(AxisPosition position, string title) => new()
    {
        Position = position,
        Title = XmlText.Of(title),
        TickStyle = TickStyle.None,
        AxisTitleDistance = position == AxisPosition.Left ? 14 : 6,
        MajorGridlineStyle = LineStyle.Solid,
        MajorGridlineColor = ChartColour.Grid,
        MinimumPadding = 0.04,
        MaximumPadding = 0.04,
        LabelFormatter = AxisLabel.Of,
    };

    /// <summary>An axis of names, from the left or from above.</summary>
    /// <param name="position">The side of the chart.</param>
    /// <param name="names">The names.</param>
    /// <param name="room">Letters that fit beside each other; more are written slanting.</param>
    public static CategoryAxis Names(AxisPosition position, IReadOnlyList<string> names, int room = HalfAPage)
    {
        var isAcross = position == AxisPosition.Bottom;
        var axis = new CategoryAxis
        {
            Position = position,
            TickStyle = TickStyle.None,
            StartPosition = isAcross ? 0 : 1,
            EndPosition = isAcross ? 1 : 0,
            Angle = isAcross && names.Sum(name => name.Length) > room ? -25 : 0,
        };
        axis.Labels.AddRange(names.Select(XmlText.Of));
        return axis;
    }

    private static int Longest(Axis axis) => axis is CategoryAxis { Labels.Count: > 0 } names ? names.Labels.Max(name => name.Length) : 0;

    /// <summary>Adds a legend above the chart.</summary>
    public static PlotModel WithLegend(this PlotModel model)
    {
        model.Legends.Add(new Legend
        {
            LegendPlacement = LegendPlacement.Outside,
            LegendPosition = LegendPosition.TopLeft,
            LegendOrientation = LegendOrientation.Horizontal,
        });
        return model;
    }
}
