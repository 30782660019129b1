namespace NasEngine.Host.Output;

/// <summary>Words in lines of a width. Pure: tested as text.</summary>
internal static class TextWrap
{
    /// <summary>
    /// The lines. A word that is longer than a line has one alone, unbroken, since it may be an architecture or a path that somebody
    /// copies; a terminal breaks it for the eye.
    /// </summary>
    /// <param name="text">The words.</param>
    /// <param name="indent">What each line begins with.</param>
    /// <param name="width">Columns, with those of the indent.</param>
    public static IEnumerable<string> Of(string text, string indent, int width) =>
        Of(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), indent, width);

    /// <summary>As <see cref="Of(string, string, int)"/>, of words that may have blanks in them.</summary>
    public static IEnumerable<string> Of(IEnumerable<string> words, string indent, int width)
    {
        var line = indent;
        foreach (var word in words)
        {
            if (line.Length > indent.Length && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = indent;
            }

            line += line.Length > indent.Length ? $" {word}" : word;
        }

        if (line.Length > indent.Length)
        {
            yield return line;
        }
    }
}
