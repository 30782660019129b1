using System.Collections.Immutable;
using System.Globalization;

namespace NasEngine.Networks.Pictures;

/// <summary>
/// A network as an SVG picture: stages from top to bottom, a line per block with its operations, widths and strides,
/// equal blocks in one line, a bar for the channels, and a legend.
/// </summary>
public static class NetworkPicture
{
    private const int Width = 1180;
    private const int Margin = 24;
    private const int NameWidth = 150;
    private const int ShapeWidth = 330;
    private const int Line = 30;
    private const int StageHeader = 30;

    /// <summary>Draws a network.</summary>
    /// <param name="network">What to draw.</param>
    /// <param name="title">Headline, usually the architecture's text.</param>
    public static string Svg(NetworkSpec network, string title)
    {
        var rows = PictureRows.Of(network);
        var canvas = new SvgCanvas(Width);
        canvas.Text(Margin, 40, Shorten(title, 92), 18, bold: true);
        canvas.Text(Margin, 64, Summary(network), 13, "#555");
        var y = 84.0;
        foreach (var stage in Stages(rows))
        {
            y = Stage(canvas, stage, y, Widest(rows), network.Macs);
        }

        Legend(canvas, y + 8);
        return canvas.ToSvg((int)y + 60);
    }

    private static IEnumerable<List<PictureRow>> Stages(ImmutableArray<PictureRow> rows)
    {
        var stage = new List<PictureRow>();
        foreach (var row in rows)
        {
            if (stage.Count > 0 && stage[0].Stage != row.Stage)
            {
                yield return stage;
                stage = [];
            }

            stage.Add(row);
        }

        yield return stage;
    }

    private static double Stage(SvgCanvas canvas, List<PictureRow> rows, double top, int widest, long macs)
    {
        var lines = rows.Select(row => ChipLines.Of(row.Chips, Width - 2 * Margin - NameWidth - ShapeWidth - 16)).ToArray();
        var height = StageHeader + lines.Sum(one => one.Count * Line) + 8;
        canvas.Box(Margin, top, Width - 2 * Margin, height, "#fafafa", "#c8c8c8", 8);
        canvas.Text(Margin + 12, top + 21, rows[0].Stage.Length > 0 ? rows[0].Stage : "input", 14, bold: true);
        canvas.Text(Width - Margin - 12, top + 21, Share(rows.Sum(row => row.Macs), macs), 12, "#777", anchor: "end");
        var y = top + StageHeader;
        foreach (var (row, chips) in rows.Zip(lines))
        {
            Row(canvas, row, chips, y, widest);
            y += chips.Count * Line;
        }

        return top + height + 10;
    }

    private static void Row(SvgCanvas canvas, PictureRow row, List<List<PlacedChip>> lines, double top, int widest)
    {
        canvas.Text(Margin + 12, top + 19, Shorten(row.Block, 19), 12, "#333");
        if (row.Copies > 1)
        {
            canvas.Text(Margin + NameWidth - 4, top + 19, $"×{row.Copies}", 13, "#b03a2e", bold: true, anchor: "end");
        }

        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            foreach (var placed in line)
            {
                var x = Margin + NameWidth + 8 + placed.X;
                canvas.Box(x, top + index * Line + 3, placed.Width, Line - 7, ChipColours.Of(placed.Chip.Kind), placed.Chip.Halves
                    ? "#b03a2e"
                    : "#999", 5, placed.Chip.Halves ? 2 : 1);
                canvas.Text(x + placed.Width / 2, top + index * Line + 19, placed.Chip.Text, 12, "#222", anchor: "middle");
            }
        }

        var right = Width - Margin - ShapeWidth;
        canvas.Text(right + 130, top + 19, row.Shape.ToString(), 12, "#333", anchor: "end");
        canvas.Box(right + 140, top + 10, (ShapeWidth - 160.0) * Math.Clamp(
            (double)row.Shape.Channels / widest, 0.01, 1), 10, "#7f9db9", "none", 2);
    }

    /// <summary>The most channels of a map larger than a vector, where there is one: a classifier is no width.</summary>
    private static int Widest(ImmutableArray<PictureRow> rows) =>
        rows.Where(row => row.Shape.Height > 1 || row.Shape.Width > 1).DefaultIfEmpty(rows.MaxBy(row => row.Shape.Channels)!).Max(
            row => row.Shape.Channels);

    private static void Legend(SvgCanvas canvas, double top)
    {
        var x = (double)Margin;
        foreach (var kind in Enum.GetValues<ChipKind>())
        {
            canvas.Box(x, top, 16, 16, ChipColours.Of(kind), "#999", 3);
            canvas.Text(x + 22, top + 13, ChipColours.Name(kind), 12, "#555");
            x += 110;
        }

        canvas.Box(x, top, 16, 16, "#fff", "#b03a2e", 3, 2);
        canvas.Text(x + 22, top + 13, "stride 2 or more", 12, "#555");
        canvas.Box(x + 140, top + 3, 40, 10, "#7f9db9", "none", 2);
        canvas.Text(x + 186, top + 13, "channels", 12, "#555");
    }

    private static string Summary(NetworkSpec network) => string.Create(CultureInfo.InvariantCulture,
        $"{network.Input} → {network.Output.Channels} classes · {network.Macs:N0} multiply-adds · {network.Parameters:N0} parameters · "
        + $"{network.ActivationBytes:N0} bytes of activations");

    private static string Share(long part, long whole) => string.Create(CultureInfo.InvariantCulture,
        $"{part:N0} multiply-adds, {100.0 * part / Math.Max(1, whole):0.#} %");

    private static string Shorten(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length - 1), "…");
}
