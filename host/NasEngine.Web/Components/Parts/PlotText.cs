using System.Runtime.CompilerServices;
using System.Text.Json;
using NasEngine.Host.Plots;
using PlotLine = NasEngine.Host.Plots.Line;

namespace NasEngine.Web.Components.Parts;

/// <summary>The points of a plot as the browser takes them; written once for all pages that show the same plot.</summary>
internal static class PlotText
{
    private static readonly ConditionalWeakTable<Plot, string> Known = [];

    /// <summary>JSON: for every line that has points its <c>x</c>, <c>y</c>, and <c>trials</c> or <c>texts</c>, or null for them.</summary>
    public static string Of(Plot plot) => Known.GetValue(plot, static one => JsonSerializer.Serialize(Lines(one).Select(
        line => new Points(line.X, line.Y, line.Texts is null ? line.Trials : null, line.Texts)), JsonSerializerOptions.Web));

    /// <summary>
    /// What two plots must have alike for one to become the other by its points alone; null where that is never so: rows, columns and
    /// windows are in the frame of a plot.
    /// </summary>
    public static string? FrameOf(Plot plot, bool isDark) => plot is { Rows: null, Columns: null, Window: null }
        ? JsonSerializer.Serialize(new object[]
        {
            plot.Across, plot.Up, plot.IsNonnegative.ToString(), isDark,
            Lines(plot).Select(line => line.Name + line.Kind + ChartLook.SizeOf(line)),
        })
        : null;

    private static IEnumerable<PlotLine> Lines(Plot plot) => plot.Lines.Where(line => line.X.Length > 0);

    private sealed record Points(double[] X, double[] Y, long[]? Trials, string[]? Texts);
}
