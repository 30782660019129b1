using System.Text;

namespace NasEngine.Host.Reports.Page;

/// <summary>Texts of plugins and people as markup may have them.</summary>
internal static class XmlText
{
    /// <summary>The text with a space in place of each control character, and a sign that stands for what is none for halves.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.EnumerateRunes())
        {
            plain.Append(Rune.IsControl(letter) ? " " : letter.Value is 0xFFFE or 0xFFFF ? "\uFFFD" : letter.ToString());
        }

        return plain.ToString();
    }
}
