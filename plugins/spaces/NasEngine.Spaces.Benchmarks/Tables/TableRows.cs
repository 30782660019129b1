using System.Text;
using System.Text.Json;
using NasEngine.Contracts;
using nietras.SeparatedValues;

namespace NasEngine.Spaces.Benchmarks;

/// <summary>The fields of a table, read from CSV (RFC 4180) or from JSON of an object per architecture.</summary>
internal static class TableRows
{
    /// <summary>Joins the items of a list in JSON, as CSV has them.</summary>
    public const char ItemSeparator = ';';

    /// <summary>The header, then the rows; each with its place for messages: <c>Line 3</c>.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">Separator of CSV, and the name of the column that JSON's keys make.</param>
    /// <exception cref="InputException">It cannot be read, or is neither CSV nor JSON.</exception>
    public static List<(string Place, string[] Fields)> Read(InputFile file, TableOptions options) => file.Read(content =>
    {
        using var reader = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true));
        try
        {
            return reader.Peek() == '{' ? Json(reader.ReadToEnd(), file.Path, options.Format.Architecture) : Csv(reader, options.Separator);
        }
        catch (DecoderFallbackException wrong)
        {
            throw new InputException($"Table '{file.Path}' is not text in UTF-8; save it as such.", wrong);
        }
    });

    private static List<(string Place, string[] Fields)> Csv(StreamReader text, char separator)
    {
        using var reader = new Sep(separator).Reader(usual => usual with
        {
            HasHeader = false, Unescape = true, Trim = SepTrim.All, DisableColCountCheck = true,
        }).From(text);
        var rows = new List<(string, string[])>();
        foreach (var row in reader)
        {
            if (row.Span.Length > 0)
            {
                rows.Add((FormattableString.Invariant($"Line {row.LineNumberFrom}"), row[..].ToStringsArray()));
            }
        }

        return rows;
    }

    private static List<(string Place, string[] Fields)> Json(string text, string path, string key)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var members = document.RootElement.EnumerateObject().ToArray();
            string[] columns = members is [var first, ..] && first.Value.ValueKind == JsonValueKind.Object
                ? [.. first.Value.EnumerateObject().Select(member => member.Name)]
                : [];
            return
            [
                ("The first entry", [key, .. columns]),
                .. members.Select(member => ($"Entry '{member.Name}'", Fields(member, columns, path))),
            ];
        }
        catch (JsonException wrong)
        {
            throw new InputException(
                $"Table '{path}' is not valid JSON at line {wrong.LineNumber + 1}; it must be an object with an object per architecture.",
                wrong);
        }
    }

    private static string[] Fields(JsonProperty entry, string[] columns, string path)
    {
        var values = entry.Value.ValueKind == JsonValueKind.Object ? entry.Value.EnumerateObject().ToArray() : [];
        return columns.Length > 0 && values.Select(value => value.Name).Order().SequenceEqual(columns.Order())
            ? [entry.Name.Trim(), .. columns.Select(column => Text(entry.Value.GetProperty(column)))]
            : throw new InputException(
                $"Entry '{entry.Name}' of table '{path}' must be an object with the members of the first: {string.Join(", ", columns)}.");
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join(ItemSeparator, value.EnumerateArray().Select(Text)),
        JsonValueKind.String => value.GetString()!.Trim(),
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };
}
