using System.Globalization;
using System.Net;
using System.Text;
using NasEngine.Contracts;

namespace NasEngine.Host.Reports;

/// <summary>
/// Points by two axes as an SVG picture: all as grey dots, the Pareto front as a line of larger ones. Points further from the
/// front than it is long are left out and counted, since one bad trial would press all others together.
/// </summary>
internal static class ScatterChart
{
    private const int Width = 760, Height = 420, Left = 64, Right = 16, Top = 34, Bottom = 38;
    private const double Margin = 0.04;

    /// <summary>The picture.</summary>
    /// <param name="x">Title and direction of the horizontal axis.</param>
    /// <param name="y">Title and direction of the vertical axis.</param>
    /// <param name="all">All points, those of the front among them; at least one.</param>
    /// <param name="front">The points of the front with what they are called; at least one.</param>
    /// <param name="limit">A value on the horizontal axis to mark with a dashed line, such as a target.</param>
    public static string Of(
        (string Title, Direction Direction) x,
        (string Title, Direction Direction) y,
        IReadOnlyList<(double X, double Y)> all,
        IReadOnlyList<(double X, double Y, string Name)> front,
        double? limit = null)
    {
        var across = Fit(all.Select(point => point.X), front.Select(point => point.X), Left, Width - Right, limit);
        var up = Fit(all.Select(point => point.Y), front.Select(point => point.Y), Height - Bottom, Top);
        var seen = all.Where(point => Holds(across, point.X) && Holds(up, point.Y)).ToArray();
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\" "
            + $"font-family=\"sans-serif\" font-size=\"11\">");
        svg.Append(
            CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"18\" font-size=\"13\" font-weight=\"bold\">{Text(y.Title)}</text>");
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 6}\" text-anchor=\"middle\" fill=\"#666\">{Text(x.Title)}</text>");
        if (seen.Length < all.Count)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{Width - Right}\" y=\"18\" text-anchor=\"end\" fill=\"#666\">{all.Count - seen.Length} of {all.Count} lie "
                + $"outside</text>");
        }

        Grid(svg, across, up);
        if (limit is { } target)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<line x1=\"{across.At(target):0.#}\" x2=\"{across.At(target):0.#}\" y1=\"{Top}\" y2=\"{Height - Bottom}\" "
                + $"stroke=\"#888\" stroke-dasharray=\"5 4\"/>");
        }

        Dots(svg, across, up, seen);
        Front(svg, across, up, x.Direction, y.Direction, front);
        return svg.Append("</svg>").ToString();
    }

    private static Axis Fit(IEnumerable<double> all, IEnumerable<double> front, double from, double to, double? limit = null)
    {
        var (least, greatest) = (front.Min(), front.Max());
        var reach = greatest > least ? greatest - least : double.PositiveInfinity;
        var seen = all.Where(value => value >= least - reach && value <= greatest + reach);
        var shown = limit is { } mark ? seen.Append(mark) : seen;
        (least, greatest) = (shown.Min(), shown.Max());
        var room = Margin * (greatest - least);
        return new Axis(least - room, greatest + room, from, to);
    }

    private static bool Holds(Axis axis, double value) => value >= axis.Least && value <= axis.Greatest;

    private static void Grid(StringBuilder svg, Axis x, Axis y)
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
                $"<line x1=\"{x.At(tick):0.#}\" x2=\"{x.At(tick):0.#}\" y1=\"{Top}\" y2=\"{Height - Bottom}\" stroke=\"#f0f0f0\"/>");
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{x.At(tick):0.#}\" y=\"{Height - Bottom + 15}\" text-anchor=\"middle\">{Axis.Label(tick)}</text>");
        }
    }

    /// <summary>One path for all dots, each place once: a search may have many thousands.</summary>
    private static void Dots(StringBuilder svg, Axis x, Axis y, IReadOnlyList<(double X, double Y)> points)
    {
        svg.Append("<path class=\"all\" fill=\"none\" stroke=\"#b0b8c0\" stroke-width=\"4\" stroke-linecap=\"round\" d=\"");
        foreach (var (left, top) in points.Select(point => (Math.Round(x.At(point.X)), Math.Round(y.At(point.Y)))).Distinct())
        {
            svg.Append(CultureInfo.InvariantCulture, $"M{left} {top}h.01");
        }

        svg.Append("\"/>");
    }

    /// <summary>Between two points of the front runs the edge of what is dominated: a step through the worse of both.</summary>
    private static void Front(
        StringBuilder svg, Axis x, Axis y, Direction across, Direction up, IReadOnlyList<(double X, double Y, string Name)> points)
    {
        var sorted = points.OrderBy(point => point.X).ToArray();
        svg.Append("<polyline class=\"front\" fill=\"none\" stroke=\"#d62728\" stroke-width=\"1.4\" points=\"");
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i > 0)
            {
                svg.Append(
                    CultureInfo.InvariantCulture,
                    $"{x.At(Worse(across, sorted[i - 1].X, sorted[i].X)):0.#},{y.At(Worse(up, sorted[i - 1].Y, sorted[i].Y)):0.#} ");
            }

            svg.Append(CultureInfo.InvariantCulture, $"{x.At(sorted[i].X):0.#},{y.At(sorted[i].Y):0.#} ");
        }

        svg.Append("\"/>");
        foreach (var point in sorted)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<circle cx=\"{x.At(point.X):0.#}\" cy=\"{y.At(point.Y):0.#}\" r=\"3.6\" "
                + $"fill=\"#d62728\"><title>{Text(point.Name)}</title></circle>");
        }
    }

    private static double Worse(Direction direction, double a, double b) =>
        direction == Direction.Maximize ? Math.Min(a, b) : Math.Max(a, b);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
