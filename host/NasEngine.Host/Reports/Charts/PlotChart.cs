using NasEngine.Host.Reports.Page;
using NasEngine.Host.Plots;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace NasEngine.Host.Reports.Charts;

/// <summary>Plots as the charting library takes them.</summary>
internal static class PlotChart
{
    private const double Dot = 1.8, Place = 3.4, Bar = 11, Job = 6;

    /// <summary>The chart of a plot.</summary>
    public static PlotModel Of(Plot plot)
    {
        var across = plot.Columns is { } columns
            ? ChartFrame.Names(AxisPosition.Bottom, columns) : (Axis)ChartFrame.Measure(AxisPosition.Bottom, plot.Across);
        var up = plot.Rows is { } rows ? ChartFrame.Names(AxisPosition.Left, rows) : (Axis)ChartFrame.Measure(AxisPosition.Left, plot.Up);
        if (plot.Window is { } window)
        {
            (across.Minimum, across.Maximum, up.Minimum, up.Maximum) = (window.Left, window.Right, window.Low, window.High);
        }

        var model = ChartFrame.Of(across, up);
        var used = 0;
        var lines = plot.Lines.Where(line => line.X.Length > 0).ToArray();
        foreach (var line in lines)
        {
            model.Series.Add(Series(line, plot.Window, line.Kind switch
            {
                LineKind.Dots or LineKind.Level => ChartColour.Quiet,
                LineKind.Bars => OxyColor.FromAColor(96, ChartColour.Good),
                LineKind.Events => ChartColour.Good,
                LineKind.BadEvents => ChartColour.Bad,
                LineKind.Jobs => ChartColour.Line(0),
                LineKind.OtherJobs => ChartColour.Line(2),
                _ => ChartColour.Line(used++),
            }));
        }

        return lines.Length > 1 && plot is { Rows: null, Columns: null } ? model.WithLegend() : model;
    }

    private static Series Series(Line line, PlotWindow? window, OxyColor colour)
    {
        switch (line.Kind)
        {
            case LineKind.Dots or LineKind.Events or LineKind.BadEvents:
                var dots = new ScatterSeries
                {
                    MarkerType = line.Kind == LineKind.BadEvents ? MarkerType.Cross : MarkerType.Circle,
                    MarkerSize = line.Kind == LineKind.Dots ? Dot : Place,
                    MarkerFill = colour,
                    MarkerStroke = line.Kind == LineKind.BadEvents ? colour : OxyColors.Undefined,
                    MarkerStrokeThickness = line.Kind == LineKind.BadEvents ? 1.6 : 0,
                };
                dots.Points.AddRange(line.X.Zip(line.Y).Where(point => window?.Has(point.First, point.Second) != false)
                    .Select(point => new ScatterPoint(point.First, point.Second)));
                return Named(dots, line);
            default:
                var points = new LineSeries
                {
                    Color = colour,
                    LineStyle = line.Kind == LineKind.Level ? LineStyle.Dash : LineStyle.Solid,
                    StrokeThickness = line.Kind switch
                    {
                        LineKind.Bars => Bar,
                        LineKind.Jobs or LineKind.OtherJobs => Job,
                        LineKind.Level => 1,
                        _ => 1.6,
                    },
                };
                if (line.Kind == LineKind.Marks)
                {
                    (points.MarkerType, points.MarkerSize, points.MarkerFill) = (MarkerType.Circle, Place, colour);
                    points.StrokeThickness = 1;
                }

                points.Points.AddRange(
                    line.Kind == LineKind.Steps ? Steps(line) : line.X.Zip(line.Y, (x, y) => new DataPoint(x, y)));
                return Named(points, line);
        }
    }

    /// <summary>Level until the next point.</summary>
    private static IEnumerable<DataPoint> Steps(Line line) =>
        line.X.Index().SelectMany(point => point.Index == 0
        ? new[] { new DataPoint(point.Item, line.Y[0]) }
        : [new DataPoint(point.Item, line.Y[point.Index - 1]), new DataPoint(point.Item, line.Y[point.Index])]);

    private static Series Named(Series series, Line line)
    {
        series.Title = XmlText.Of(line.Name);
        return series;
    }
}
