using System.Globalization;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Host.Output;

/// <summary>A line of a log on a terminal, which is some lines where it is narrow. Pure: tested as text.</summary>
internal static class LogText
{
    /// <summary>The fewest columns that there is room for beside the time and the kind.</summary>
    private const int Least = 30;

    /// <summary>
    /// The lines: time, kind and text; what goes on stands under the text, or where that has no room, all of it a line below.
    /// </summary>
    /// <param name="line">What is told.</param>
    /// <param name="width">Columns of the terminal; <see cref="Screen.Endless"/> for one line whatever its length.</param>
    public static IEnumerable<string> Of(LogLine line, int width)
    {
        var at = line.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var (head, text) = ($"{at}  {line.Kind,-10}  ", TextColumns.Clean(line.Text));
        if (width == Screen.Endless || head.Length + text.Length <= width)
        {
            return [head + text];
        }

        var longest = text.Split(' ').Max(word => word.Length);
        return width - head.Length < Math.Max(Least, longest)
            ? TextWrap.Of(text, "  ", width).Prepend(head.TrimEnd())
            : TextWrap.Of(text, new string(' ', head.Length), width).Select((part, number) =>
                number == 0 ? head + part[head.Length..] : part);
    }
}
