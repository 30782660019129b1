using NasEngine.Host.Reports.Page;
using NasEngine.Host.Plots.Parallel;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace NasEngine.Host.Reports.Charts;

/// <summary>Trials as lines across decisions and metrics, the better the clearer.</summary>
internal static class ParallelChart
{
    /// <summary>Letters of titles that fit beside each other under a chart of the width of the page.</summary>
    private const int Wide = 150;

    private static readonly byte[] Shades = [24, 36, 60, 100, 220];

    /// <summary>The chart of a parallel plot.</summary>
    public static PlotModel Of(ParallelPlot plot)
    {
        var up = ChartFrame.Measure(AxisPosition.Left, "");
        (up.Minimum, up.Maximum, up.MajorGridlineStyle, up.IsAxisVisible) = (-0.08, 1.08, LineStyle.None, false);
        var model = ChartFrame.Of(ChartFrame.Names(AxisPosition.Bottom, [.. plot.Axes.Select(axis => axis.Title)], Wide), up);
        model.PlotAreaBorderThickness = new OxyThickness(0);
        foreach (var shade in plot.Lines.GroupBy(line => (int)Math.Round(line.Rank * (Shades.Length - 1))).OrderBy(lines => lines.Key))
        {
            model.Series.Add(Strands(shade, OxyColor.FromAColor(Shades[shade.Key], ChartColour.Line(0))));
        }

        foreach (var (place, axis) in plot.Axes.Index())
        {
            model.Annotations.Add(new LineAnnotation
            {
                Type = LineAnnotationType.Vertical,
                X = place,
                MinimumY = 0,
                MaximumY = 1,
                Color = ChartColour.Quiet,
                LineStyle = LineStyle.Solid,
            });
            foreach (var (text, height) in Labels(axis))
            {
                model.Annotations.Add(new TextAnnotation
                {
                    Text = XmlText.Of(text),
                    TextPosition = new DataPoint(place, height),
                    TextHorizontalAlignment = HorizontalAlignment.Center,
                    TextVerticalAlignment = VerticalAlignment.Middle,
                    Background = OxyColor.FromAColor(190, ChartColour.Page),
                    StrokeThickness = 0,
                    FontSize = 9.5,
                });
            }
        }

        return model;
    }

    private static LineSeries Strands(IEnumerable<ParallelLine> lines, OxyColor colour)
    {
        var strands = new LineSeries { Color = colour, StrokeThickness = 1.1 };
        foreach (var line in lines)
        {
            strands.Points.AddRange(line.Places.Select((height, place) => new DataPoint(place, height)));
            strands.Points.Add(DataPoint.Undefined);
        }

        return strands;
    }

    private static IEnumerable<(string Text, double Height)> Labels(ParallelAxis axis) => axis.IsDecision
        ? axis.Choices.Select((choice, place) => (choice, axis.Place(place)))
        : [(axis.Text(0), -0.04), (axis.Text(1), 1.04)];
}
