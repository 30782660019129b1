using System.Globalization;
using System.Text;

namespace NasEngine.Host.Reports;

/// <summary>A curve as an SVG picture: axes with a few labels, one line per series.</summary>
internal static class LineChart
{
    private const int Width = 560, Height = 240, Left = 56, Right = 12, Top = 30, Bottom = 34;

    private static readonly string[] Colours = ["#1f77b4", "#d62728", "#2ca02c"];

    /// <summary>The picture, or an empty text when there are fewer than two points.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="xLabel">What x counts.</param>
    /// <param name="series">Points by name; x ascending.</param>
    /// <param name="level">A value to mark with a dashed line, such as a target.</param>
    public static string Of(
        string title, string xLabel, IReadOnlyList<(string Name, IReadOnlyList<(double X, double Y)> Points)> series, double? level = null)
    {
        var all = series.SelectMany(one => one.Points).Where(point => double.IsFinite(point.Y)).ToArray();
        if (all.Length < 2)
        {
            return "";
        }

        var ys = level is { } mark ? all.Select(point => point.Y).Append(mark) : all.Select(point => point.Y);
        var x = new Axis(all.Min(point => point.X), all.Max(point => point.X), Left, Width - Right);
        var y = new Axis(ys.Min(), ys.Max(), Height - Bottom, Top);
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\" "
            + $"font-family=\"sans-serif\" font-size=\"11\">");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"18\" font-size=\"13\" font-weight=\"bold\">{title}</text>");
        Grid(svg, x, y, xLabel);
        if (level is { } target)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y.At(target):0.#}\" y2=\"{y.At(target):0.#}\" stroke=\"#888\" "
                + $"stroke-dasharray=\"5 4\"/>");
        }

        for (var i = 0; i < series.Count; i++)
        {
            Line(svg, series[i], i, x, y);
        }

        return svg.Append("</svg>").ToString();
    }

    private static void Line(StringBuilder svg, (string Name, IReadOnlyList<(double X, double Y)> Points) series, int index, Axis x, Axis y)
    {
        var colour = Colours[index % Colours.Length];
        svg.Append(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.6\" points=\"");
        foreach (var point in series.Points.Where(point => double.IsFinite(point.Y)))
        {
            svg.Append(CultureInfo.InvariantCulture, $"{x.At(point.X):0.#},{y.At(point.Y):0.#} ");
        }

        svg.Append("\"/>");
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{Width - Right}\" y=\"{18 + 13 * index}\" text-anchor=\"end\" fill=\"{colour}\">{series.Name}</text>");
    }

    private static void Grid(StringBuilder svg, Axis x, Axis y, string xLabel)
    {
        foreach (var tick in y.Ticks())
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y.At(tick):0.#}\" y2=\"{y.At(tick):0.#}\" stroke=\"#e4e4e4\"/>");
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{Left - 6}\" y=\"{y.At(tick) + 4:0.#}\" text-anchor=\"end\">{Axis.Label(tick)}</text>");
        }

        foreach (var tick in x.Ticks())
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{x.At(tick):0.#}\" y=\"{Height - Bottom + 15}\" text-anchor=\"middle\">{Axis.Label(tick)}</text>");
        }

        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 4}\" text-anchor=\"middle\" fill=\"#666\">{xLabel}</text>");
    }
}
