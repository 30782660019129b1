using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NasEngine.Contracts;

namespace NasEngine.Extensibility.Plugins;

/// <summary>An entry of a manifest and where it stands.</summary>
/// <param name="Id">The plugin's name.</param>
/// <param name="Path">Path of its assembly as written.</param>
/// <param name="Start">Its first byte.</param>
/// <param name="End">The byte after its last.</param>
internal sealed record ManifestItem(string Id, string Path, int Start, int End);

/// <summary>
/// The text of a manifest with the places of what it says, so that mistakes have a place and changes leave comments alone.
/// </summary>
internal sealed class ManifestText
{
    private const string List = "plugins";
    private const string Schema = "$schema";

    private static readonly string[] Members = ["id", "path"];

    private readonly string _file;
    private readonly byte[] _bytes;
    private readonly List<ManifestItem> _items = [];

    private ManifestText(string file, string text) => (_file, _bytes) = (file, Encoding.UTF8.GetBytes(text));

    /// <summary>Its entries, in order.</summary>
    public IReadOnlyList<ManifestItem> Items => _items;

    /// <summary>Its text as UTF-8.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The place of the bracket that ends the list.</summary>
    public int ListEnd { get; private set; } = -1;

    /// <summary>Reads it.</summary>
    /// <param name="file">The file, for messages.</param>
    /// <param name="text">What is in it.</param>
    /// <exception cref="InputException">It is malformed; the message says where.</exception>
    public static ManifestText Parse(string file, string text)
    {
        var manifest = new ManifestText(file, text);
        try
        {
            var reader = new Utf8JsonReader(
                manifest._bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            manifest.Read(ref reader);
            return manifest.ListEnd >= 0 ? manifest : throw manifest.Shapeless();
        }
        catch (JsonException e)
        {
            throw new InputException($"'{file}' is not valid JSON at line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}.", e);
        }
    }

    private void Read(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw Shapeless();
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, place) = (reader.GetString()!, (int)reader.TokenStartIndex);
            reader.Read();
            if (name == List)
            {
                ReadList(ref reader);
            }
            else if (name == Schema)
            {
                reader.Skip();
            }
            else
            {
                throw Wrong(place, $"unknown member '{name}': {Suggest.Instead(name, [List])}");
            }
        }

        reader.Read(); // What comes after the object is a mistake of JSON.
    }

    private void ReadList(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Shapeless();
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            _items.Add(ReadItem(ref reader));
        }

        ListEnd = (int)reader.TokenStartIndex;
    }

    private ManifestItem ReadItem(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        var said = ImmutableDictionary<string, string>.Empty;
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (name, place) = (reader.GetString()!, (int)reader.TokenStartIndex);
                if (!Members.Contains(name))
                {
                    throw Wrong(place, $"unknown member '{name}' of an entry: {Suggest.Instead(name, Members)}");
                }

                reader.Read();
                said = reader.TokenType == JsonTokenType.String ? said.SetItem(name, reader.GetString()!) : said.Remove(name);
                reader.Skip();
            }
        }

        string Text(string name) => said.GetValueOrDefault(name) is { Length: > 0 } text ? text : throw Wrong(
            start, $"entry {_items.Count + 1} of '{List}' has no text '{name}'; an entry is {{\"id\": …, \"path\": …}}.");
        return new ManifestItem(Text("id"), Text("path"), start, (int)reader.BytesConsumed);
    }

    /// <summary>A mistake at a place.</summary>
    public InputException Wrong(int at, string what)
    {
        var before = _bytes.AsSpan(0, at);
        var (line, column) = (before.Count((byte)'\n') + 1, at - before.LastIndexOf((byte)'\n'));
        return new InputException(string.Create(
            CultureInfo.InvariantCulture, $"'{_file}', line {line}, column {column}: {what.ReplaceLineEndings(" ")}"));
    }

    private InputException Shapeless() => new($"'{_file}' must be an object with a list '{List}'.");
}
