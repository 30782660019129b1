using System.Globalization;

namespace NasEngine.Host.Output;

/// <summary>
/// Text in columns under heads, a line each, two blanks between them. What does not fit a terminal is cut from the last column, which says
/// so by an ellipsis; control characters, which would move its cursor, are blanks. Pure: tested as text.
/// </summary>
internal static class TextColumns
{
    private const string Gap = "  ";
    private const char Cut = '…';

    /// <summary>The lines, the heads first.</summary>
    /// <param name="heads">Heads; one that begins with a blank is of a column of figures, which stand at its right.</param>
    /// <param name="rows">Cells by row.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static IEnumerable<string> Of(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows, int width)
    {
        IReadOnlyList<string>[] all = [[.. heads.Select(head => head.TrimStart())], .. rows.Select(Clean)];
        var widths = heads.Select((_, column) => all.Max(row => Length(row[column]))).ToArray();
        foreach (var row in all)
        {
            var line = string.Join(Gap, row.Select((cell, column) =>
                heads[column].StartsWith(' ') ? Padding(cell, widths[column]) + cell
                : column == heads.Count - 1 ? cell
                : cell + Padding(cell, widths[column])));
            yield return Fit(line.TrimEnd(), width);
        }
    }

    /// <summary>
    /// The lines, in which nothing is cut: where the last column has too little room, it stands below the others; where these have too
    /// little as well, each row is told in words.
    /// </summary>
    /// <param name="heads">Heads, as of <see cref="Of"/>.</param>
    /// <param name="rows">Cells by row.</param>
    /// <param name="width">Columns of the terminal.</param>
    /// <param name="least">So much room is enough for the last column, which is cut there; by default what it needs.</param>
    public static IEnumerable<string> Whole(
        IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows, int width, int least = Screen.Endless)
    {
        IReadOnlyList<string>[] all = [.. rows.Select(Clean)];
        IReadOnlyList<string>[] figures = [.. all.Select(row => (IReadOnlyList<string>)[.. row.SkipLast(1)])];
        var lines = Of([.. heads.SkipLast(1)], figures, Screen.Endless).ToArray();
        var longest = all.Select(row => Length(row[^1])).Append(heads[^1].Length).Max();
        var widest = lines.Max(Length);
        return widest + Gap.Length + Math.Min(longest, least) <= width ? Of(heads, all, width)
            : widest <= width ? lines.SelectMany((line, number) => Below(line, number == 0 ? heads[^1] : all[number - 1][^1], width))
            : all.SelectMany(row => Told([.. heads.Select(head => head.TrimStart())], row, width));
    }

    private static IEnumerable<string> Below(string line, string last, int width) => TextWrap.Of(last, Gap, width).Prepend(line);

    private static IEnumerable<string> Told(string[] heads, IReadOnlyList<string> row, int width)
    {
        var figures = heads.Zip(row, (head, cell) => $"{head} {cell},").Skip(1).SkipLast(1).ToArray();
        return TextWrap.Of(figures.Select((figure, place) => place == figures.Length - 1 ? figure.TrimEnd(',') : figure), Gap, width)
            .Prepend($"{heads[0]} {row[0]}")
            .Concat(TextWrap.Of(row[^1], Gap, width));
    }

    /// <summary>A line cut to a width.</summary>
    public static string Fit(string line, int width) => Length(line) <= width ? line
        : width < 1 ? ""
        : new StringInfo(line).SubstringByTextElements(0, width - 1) + Cut;

    /// <summary>A text in which nothing moves a cursor.</summary>
    public static string Clean(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)) : text;

    private static IReadOnlyList<string> Clean(IReadOnlyList<string> row) => [.. row.Select(Clean)];

    private static string Padding(string cell, int width) => new(' ', width - Length(cell));

    /// <summary>Letters as a reader counts them.</summary>
    private static int Length(string text) => text.All(char.IsAscii) ? text.Length : new StringInfo(text).LengthInTextElements;
}
