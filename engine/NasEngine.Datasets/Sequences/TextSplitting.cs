using System.Globalization;

namespace NasEngine.Datasets;

/// <summary>Splits texts into tokens.</summary>
internal static class TextSplitting
{
    private static readonly Dictionary<string, Func<string, IEnumerable<string>>> Ways = new(StringComparer.Ordinal)
    {
        ["words"] = Words,
        ["characters"] = Characters,
        ["blanks"] = text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    };

    /// <summary>The names of the ways.</summary>
    public static readonly string[] Names = [.. Ways.Keys];

    /// <summary>The tokens of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="way">
    /// <c>words</c>: runs of letters, digits, apostrophes inside and marks on letters, in lower case, and each other character that is no
    /// blank alone; <c>characters</c>: as they are seen (grapheme clusters), blanks among them; <c>blanks</c>: what stands between blanks.
    /// </param>
    public static string[] Split(string text, string way) => [.. Ways[way](text)];

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var place = 0; place <= text.Length; place++)
        {
            if (place < text.Length && IsOfWord(text, place, start >= 0))
            {
                start = start < 0 ? place : start;
                continue;
            }

            if (start >= 0)
            {
                yield return text[start..place].ToLowerInvariant();
                start = -1;
            }

            if (place < text.Length && !char.IsWhiteSpace(text[place]))
            {
                var length = char.IsHighSurrogate(text[place]) && place + 1 < text.Length ? 2 : 1;
                yield return text.Substring(place, length);
                place += length - 1;
            }
        }
    }

    private static bool IsOfWord(string text, int place, bool inside) =>
        char.IsLetterOrDigit(text[place])
        || (inside && char.GetUnicodeCategory(text[place]) is UnicodeCategory.NonSpacingMark)
        || (inside && text[place] is '\'' or '’' && place + 1 < text.Length && char.IsLetter(text[place + 1]));

    private static IEnumerable<string> Characters(string text)
    {
        var characters = StringInfo.GetTextElementEnumerator(text);
        while (characters.MoveNext())
        {
            yield return characters.GetTextElement();
        }
    }
}
