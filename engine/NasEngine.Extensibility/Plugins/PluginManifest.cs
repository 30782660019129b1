using System.Collections.Immutable;
using System.Text.Json;
using NasEngine.Contracts;

namespace NasEngine.Extensibility.Plugins;

/// <summary>A line of <c>plugins.json</c>.</summary>
/// <param name="Id">The plugin's name.</param>
/// <param name="Path">Absolute path of its assembly.</param>
/// <param name="Manifest">The file that names it.</param>
public sealed record PluginEntry(string Id, string Path, string Manifest)
{
    /// <summary>SHA-256 that its files must have, when the path is that of a copy to be loaded as it is; otherwise null.</summary>
    public string? Hash { get; init; }
}

/// <summary>
/// Reads <c>plugins.json</c>: <c>{"plugins":[{"id":"probabilistic","path":"plugins/probabilistic/X.dll"}]}</c>. Paths are
/// relative to the file; comments and trailing commas are allowed.
/// </summary>
public static class PluginManifest
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The plugins that the files name, in order.</summary>
    /// <exception cref="InputException">A file cannot be read or is malformed, or an id comes twice.</exception>
    public static ImmutableArray<PluginEntry> Read(IEnumerable<string> files)
    {
        var entries = files.SelectMany(Read).ToImmutableArray();
        var twice = entries.GroupBy(entry => entry.Id).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? entries
            : throw new InputException(
                $"Plugin '{twice.Key}' is named twice, in {string.Join(" and ", twice.Select(entry => $"'{entry.Manifest}'"))}; give each "
                + $"plugin an id of its own.");
    }

    private static IEnumerable<PluginEntry> Read(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file), Lenient);
            return Entries(document.RootElement, file).ToArray();
        }
        catch (JsonException e)
        {
            throw new InputException($"'{file}' is not valid JSON at line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The list of plugins '{file}' cannot be read: {e.Message}", e);
        }
    }

    private static IEnumerable<PluginEntry> Entries(JsonElement root, string file)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("plugins", out var list)
            || list.ValueKind != JsonValueKind.Array)
        {
            throw new InputException($"'{file}' must be an object with a list 'plugins'.");
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        return list.EnumerateArray().Select((item, number) => new PluginEntry(
            Text(item, number, "id", file), Whole(Text(item, number, "path", file), folder, number, file), file));
    }

    private static string Whole(string path, string folder, int number, string file) => !path.Contains('\0', StringComparison.Ordinal)
        ? Path.GetFullPath(path, folder)
        : throw new InputException($"Entry {number + 1} of 'plugins' in '{file}' has a path that no file can have.");

    private static string Text(JsonElement item, int number, string name, string file) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw new InputException(
                $"Entry {number + 1} of 'plugins' in '{file}' has no text '{name}'; an entry is {{\"id\": …, \"path\": …}}.");
}
