using System.Text;
using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>Lines of a label, a tab and a text, as a table of two columns.</summary>
internal static class LabelledLines
{
    /// <summary>Name of the column of the labels.</summary>
    public const string Label = "label";

    /// <summary>Name of the column of the texts.</summary>
    public const string Text = "text";

    /// <summary>Reads a file; empty lines are left out.</summary>
    /// <exception cref="InputException">It cannot be read, is no text in UTF-8, or a line has no tab.</exception>
    public static TextTable Read(InputFile file) => file.Read(content =>
    {
        var name = $"File '{file.Path}'";
        using var text = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true));
        try
        {
            var rows = new List<TextRow>();
            for (var line = 1; text.ReadLine() is { } one; line++)
            {
                var tab = one.IndexOf('\t', StringComparison.Ordinal);
                if (one.Length > 0)
                {
                    rows.Add(tab >= 0 ? new TextRow(line, [one[..tab].Trim(), one[(tab + 1)..].Trim()]) : throw new InputException(
                        FormattableString.Invariant(
                            $"Line {line} of {name} has no tab; it must be a label, a tab and a text, or say by the option text which ")
                        + "column of a table has the texts."));
                }
            }

            return rows.Count > 0 ? new TextTable(name, [Label, Text], [.. rows]) : throw new InputException(
                $"{name} has nothing in it; it must have lines of a label, a tab and a text.");
        }
        catch (DecoderFallbackException wrong)
        {
            throw new InputException($"{name} is not text in UTF-8; save it as such.", wrong);
        }
    });
}
