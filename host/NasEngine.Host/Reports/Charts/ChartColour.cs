using System.Globalization;
using System.Text.RegularExpressions;
using OxyPlot;

namespace NasEngine.Host.Reports.Charts;

/// <summary>
/// Colours of charts, which the style of a page fills in: the same picture is for a dark page and for a light one. The charting library
/// knows colours alone, so each is drawn in one that stands for its name.
/// </summary>
internal static partial class ChartColour
{
    private const byte Mark = 1;

    private static readonly string[] Names =
        ["text", "grid", "quiet", "good", "bad", "line0", "line1", "line2", "line3", "line4", "line5", "page"];

    private const int Lines = 6;

    /// <summary>Titles and labels.</summary>
    public static OxyColor Text => Named(0);

    /// <summary>Lines of the grid.</summary>
    public static OxyColor Grid => Named(1);

    /// <summary>What is behind: each trial, a target.</summary>
    public static OxyColor Quiet => Named(2);

    /// <summary>What lasted, or happened.</summary>
    public static OxyColor Good => Named(3);

    /// <summary>What went wrong.</summary>
    public static OxyColor Bad => Named(4);

    /// <summary>The lines of a chart, in turn.</summary>
    public static OxyColor Line(int number) => Named(5 + number % Lines);

    /// <summary>What a page is drawn on.</summary>
    public static OxyColor Page => Named(5 + Lines);

    /// <summary>An SVG picture with the names in place of the colours: <c>var(--grid)</c>.</summary>
    public static string InStyle(string svg) => Colour().Replace(
        svg, match => $"var(--{Names[int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)]})");

    private static OxyColor Named(int place) => OxyColor.FromRgb(Mark, Mark, (byte)place);

    [GeneratedRegex(@"rgb\(1,1,([0-9]+)\)")]
    private static partial Regex Colour();
}
