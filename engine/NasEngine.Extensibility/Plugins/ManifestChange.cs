using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NasEngine.Extensibility.Plugins;

/// <summary>Adds entries to the text of a manifest, or takes them out; all else in it stays, comments too. Pure.</summary>
internal static class ManifestChange
{
    private const string Indent = "    ";

    /// <summary>A manifest of nothing, which names its schema.</summary>
    /// <param name="schema">File name of the schema beside it.</param>
    public static string Empty(string schema) => $"{{\n  \"$schema\": \"./{schema}\",\n  \"plugins\": [\n  ]\n}}\n";

    /// <summary>The text with an entry more, the last.</summary>
    public static string With(ManifestText manifest, string id, string path)
    {
        var text = manifest.Bytes;
        var entry = $"{{ \"id\": {Quoted(id)}, \"path\": {Quoted(path)} }}";
        var last = manifest.Items.Count > 0 ? manifest.Items[^1].End : -1;
        var from = last >= 0 ? last : ListStart(text, manifest.ListEnd);
        var between = text[from..manifest.ListEnd];
        var comma = last >= 0 && CommaIn(between) < 0 ? "," : "";
        var line = LineEnd(between);
        return line < 0
            ? Joined(text[..from], comma, between, (last >= 0 ? " " : "") + entry, text[manifest.ListEnd..])
            : Joined(text[..from], comma, text.Slice(from, line + 1), Indent + entry + "\n", text[(from + line + 1)..]);
    }

    /// <summary>The text without an entry.</summary>
    public static string Without(ManifestText manifest, ManifestItem item)
    {
        var text = manifest.Bytes;
        var number = manifest.Items.ToList().IndexOf(item);
        var (start, end) = (item.Start, item.End);
        var next = number + 1 < manifest.Items.Count ? manifest.Items[number + 1].Start : manifest.ListEnd;
        var after = CommaIn(text[end..next]);
        if (after >= 0)
        {
            end += after + 1;
        }

        var lineStart = text[..start].LastIndexOf((byte)'\n') + 1;
        var rest = text[end..].IndexOf((byte)'\n');
        if (rest >= 0 && IsBlank(text[lineStart..start]) && IsBlank(text.Slice(end, rest)))
        {
            (start, end) = (lineStart, end + rest + 1);
        }

        var before = text[..start];
        if (after < 0 && number > 0)
        {
            var previous = manifest.Items[number - 1].End;
            var comma = previous + CommaIn(text[previous..item.Start]);
            return Joined(text[..comma], "", text[(comma + 1)..start], "", text[end..]);
        }

        return Joined(before, "", text[end..]);
    }

    private static string Quoted(string text) =>
        $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static bool IsBlank(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r"u8).IsEmpty;

    /// <summary>Place after the bracket that begins an empty list that ends here.</summary>
    private static int ListStart(ReadOnlySpan<byte> text, int end)
    {
        var at = 0;
        for (var place = 0; place < end; place = Next(text, place))
        {
            at = text[place] == '[' ? place + 1 : at;
        }

        return at;
    }

    /// <summary>Place of the first comma that is in no comment; −1 for none.</summary>
    private static int CommaIn(ReadOnlySpan<byte> text)
    {
        for (var place = 0; place < text.Length; place = Next(text, place))
        {
            if (text[place] == ',')
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>Place of the first line's end that is in no comment of several lines; −1 for none.</summary>
    private static int LineEnd(ReadOnlySpan<byte> text)
    {
        for (var place = 0; place < text.Length; place = Next(text, place))
        {
            if (text[place] == '\n')
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>The place after this one, behind a comment or a text that begins here.</summary>
    private static int Next(ReadOnlySpan<byte> text, int place)
    {
        var rest = text[place..];
        var length = rest.StartsWith("//"u8) ? rest.IndexOf((byte)'\n')
            : rest.StartsWith("/*"u8) ? rest[2..].IndexOf("*/"u8) + 4
            : rest[0] == '"' ? TextLength(rest)
            : 1;
        return length > 0 ? place + length : text.Length;
    }

    private static int TextLength(ReadOnlySpan<byte> text)
    {
        for (var place = 1; place < text.Length; place += text[place] == '\\' ? 2 : 1)
        {
            if (text[place] == '"')
            {
                return place + 1;
            }
        }

        return text.Length;
    }

    private static string Joined(ReadOnlySpan<byte> a, string b, ReadOnlySpan<byte> c, string d = "", ReadOnlySpan<byte> e = default) =>
        Encoding.UTF8.GetString(a) + b + Encoding.UTF8.GetString(c) + d + Encoding.UTF8.GetString(e);
}
