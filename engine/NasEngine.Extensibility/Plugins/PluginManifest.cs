using System.Collections.Immutable;
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
        var manifest = ManifestText.Parse(file, ManifestFile.Text(file));
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        return manifest.Items.Select((item, number) => new PluginEntry(
            item.Id,
            !item.Path.Contains('\0', StringComparison.Ordinal)
                ? Path.GetFullPath(item.Path, folder)
                : throw manifest.Wrong(item.Start, $"entry {number + 1} of 'plugins' has a path that no file can have."),
            file)).ToArray();
    }
}
