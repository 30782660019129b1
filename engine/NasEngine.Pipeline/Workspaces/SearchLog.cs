using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NasEngine.Pipeline.Workspaces;

/// <summary>
/// What was told of a search while it ran, beside what its journal has: workers, checkpoints, a full disk. A file of one JSON object per
/// line in the workspace. It is for people: a search waits for no line of it, and one that cannot be written is dropped.
/// </summary>
public sealed class SearchLog(string workspace, string search)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _lock = new();

    /// <summary>The file.</summary>
    public string Path { get; } = PathOf(workspace, search);

    /// <summary>The file of a search.</summary>
    public static string PathOf(string workspace, string search) => System.IO.Path.Combine(workspace, "logs", search + ".jsonl");

    /// <summary>Deletes the log of a search, if there is one.</summary>
    public static void Delete(string workspace, string search)
    {
        if (File.Exists(PathOf(workspace, search)))
        {
            File.Delete(PathOf(workspace, search));
        }
    }

    /// <summary>Gives the log of a search to another name, if there is one.</summary>
    public static void Move(string workspace, string from, string to)
    {
        if (File.Exists(PathOf(workspace, from)))
        {
            File.Move(PathOf(workspace, from), PathOf(workspace, to), overwrite: true);
        }
    }

    /// <summary>Adds a line.</summary>
    public void Add(LogLine line)
    {
        var json = new JsonObject
        {
            ["at"] = line.At.ToString("O", CultureInfo.InvariantCulture), ["kind"] = line.Kind, ["text"] = line.Text,
        }.ToJsonString(Readable);
        lock (_lock)
        {
            try
            {
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
                File.AppendAllText(Path, json + "\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                // A full disk is told by the search, which waits for room.
            }
        }
    }

    /// <summary>All lines in order; what is none, such as the half of one that a crash left, is passed over.</summary>
    public IReadOnlyList<LogLine> Read()
    {
        try
        {
            using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file, Encoding.UTF8);
            return Lines(reader.ReadToEnd());
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The lines of a text; what is none is passed over.</summary>
    internal static IReadOnlyList<LogLine> Lines(string text) => [.. text.Split('\n').Select(Parse).OfType<LogLine>()];

    private static LogLine? Parse(string line)
    {
        try
        {
            return JsonNode.Parse(line) is JsonObject json && json["at"] is { } at && json["kind"] is { } kind && json["text"] is { } text
                ? new LogLine(
                    DateTimeOffset.Parse(at.GetValue<string>(), CultureInfo.InvariantCulture),
                    kind.GetValue<string>(),
                    text.GetValue<string>())
                : null;
        }
        catch (Exception broken) when (broken is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
