using System.Text;
using NasEngine.Contracts;

namespace NasEngine.Extensibility.Recipes;

/// <summary>What the bytes of a recipe, or of a file that it loads, say.</summary>
internal static class RecipeText
{
    private static readonly (byte[] Mark, Encoding Encoding)[] Marked =
    [
        .. new Encoding[]
        {
            new UTF8Encoding(true, true), new UTF32Encoding(false, true, true), new UTF32Encoding(true, true, true),
            new UnicodeEncoding(false, true, true), new UnicodeEncoding(true, true, true),
        }
            .Select(encoding => (encoding.GetPreamble(), encoding)),
    ];

    private static readonly UTF8Encoding Plain = new(false, throwOnInvalidBytes: true);

    /// <summary>The text: UTF-8, or what a byte order mark says.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InputException">It is no text.</exception>
    public static string Decode(byte[] bytes, string name)
    {
        var (mark, encoding) = Marked.FirstOrDefault(one => bytes.AsSpan().StartsWith(one.Mark), ([], Plain));
        try
        {
            var text = encoding.GetString(bytes.AsSpan(mark.Length));
            return text.Contains('\0', StringComparison.Ordinal)
                ? throw new InputException(
                    $"'{name}' holds a zero character: it is text in UTF-16 without a byte order mark, or none; save it as UTF-8.")
                : text;
        }
        catch (DecoderFallbackException wrong)
        {
            throw new InputException(
                $"'{name}' is not text in {encoding.WebName.ToUpperInvariant()}: byte {Convert.ToHexString(wrong.BytesUnknown ?? [])} at "
                + $"{mark.Length + wrong.Index} says no character; save it as UTF-8.",
                wrong);
        }
    }
}
