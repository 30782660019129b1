using NasEngine.Host.Plots;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace NasEngine.Host.Reports.Charts;

/// <summary>The distribution over architectures as a heat map: a row per choice, clear for never and full for always.</summary>
internal static class HeatMapChart
{
    private const int Shades = 12;
    private const int MostColumns = 48;

    /// <summary>The chart of a distribution.</summary>
    public static PlotModel Of(Distribution distribution)
    {
        var step = (distribution.Windows.Count + MostColumns - 1) / MostColumns;
        var last = distribution.Windows.Count - 1;
        var windows = distribution.Windows.Where((_, place) => place % step == step - 1 || place == last).ToArray();
        var shares = new double[windows.Length, distribution.Rows.Count];
        for (var column = 0; column < windows.Length; column++)
        {
            for (var row = 0; row < distribution.Rows.Count; row++)
            {
                shares[column, row] = Distribution.Share(distribution.Rows[row], windows[column]);
            }
        }

        var across = ChartFrame.Measure(AxisPosition.Bottom, "candidate");
        (across.MajorGridlineStyle, across.MinimumPadding, across.MaximumPadding) = (LineStyle.None, 0, 0);
        var model = ChartFrame.Of(across, ChartFrame.Names(AxisPosition.Left, [.. distribution.Rows.Select(row => row.Name)]));
        model.Axes.Add(new LinearColorAxis
        {
            Position = AxisPosition.None,
            Minimum = 0,
            Maximum = 1,
            Palette = new OxyPalette(Enumerable.Range(0, Shades).Select(
                shade => OxyColor.FromAColor((byte)(255 * shade / (Shades - 1)), ChartColour.Line(0)))),
        });
        model.Series.Add(new HeatMapSeries
        {
            X0 = windows[0].First,
            X1 = Math.Max(windows[^1].Last, windows[0].First + 1),
            Y0 = 0,
            Y1 = Math.Max(1, distribution.Rows.Count - 1),
            CoordinateDefinition = HeatMapCoordinateDefinition.Center,
            Interpolate = false,
            RenderMethod = HeatMapRenderMethod.Rectangles,
            Data = shares,
        });
        return model;
    }
}
