using System.Text;
using NasEngine.Contracts;
using nietras.SeparatedValues;

namespace NasEngine.Datasets;

/// <summary>Reads tables of comma-separated values (RFC 4180), or separated by semicolons, tabs or bars.</summary>
internal static class CsvTable
{
    private const string Automatic = "auto";
    private static readonly Dictionary<string, char?> Separators = new(StringComparer.Ordinal)
    {
        [Automatic] = null, ["comma"] = ',', ["semicolon"] = ';', ["tab"] = '\t', ["bar"] = '|',
    };

    /// <summary>Names of the separators; the first finds out which it is by the header.</summary>
    public static readonly string[] SeparatorNames = [.. Separators.Keys];

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file, plain or gzip.</param>
    /// <param name="separator">One of <see cref="SeparatorNames"/>.</param>
    /// <exception cref="InputException">It cannot be read, is no text in UTF-8, or a row has other columns than the header.</exception>
    public static TextTable Read(InputFile file, string separator) => file.Read(content =>
    {
        using var text = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var name = $"Table '{file.Path}'";
        try
        {
            return Read(text, name, Separators[separator]);
        }
        catch (DecoderFallbackException wrong)
        {
            throw new InputException($"{name} is not text in UTF-8; save it as such.", wrong);
        }
    });

    private static TextTable Read(StreamReader text, string name, char? separator)
    {
        var rows = Rows(text, separator);
        if (rows.Count < 2)
        {
            throw new InputException(
                $"{name} has {(rows.Count == 0 ? "nothing in it" : "a header alone")}; it must have a header and rows.");
        }

        var header = rows[0].Fields;
        TableColumns.MustBeNamed(name, header);
        return rows.Find(row => row.Fields.Length != header.Length) is { } wrong
            ? throw new InputException(FormattableString.Invariant(
                $"Line {wrong.Line} of {name} has {wrong.Fields.Length} fields, and the header has {header.Length}; they must be as many."))
            : new TextTable(name, [.. header], [.. rows.Skip(1)]);
    }

    private static List<TextRow> Rows(StreamReader text, char? separator)
    {
        SepReaderOptions Options(SepReaderOptions usual) => usual with
        {
            HasHeader = false, Unescape = true, Trim = SepTrim.All, DisableColCountCheck = true,
        };
        using var reader = (separator is { } known ? new Sep(known).Reader(Options) : Sep.Reader(Options)).From(text);
        var rows = new List<TextRow>();
        foreach (var row in reader)
        {
            if (row.Span.Length > 0)
            {
                rows.Add(new TextRow(row.LineNumberFrom, row[..].ToStringsArray()));
            }
        }

        return rows;
    }
}
