using System.Text.Json;

namespace NasEngine.Extensibility.Packages;

/// <summary>What a restore found, as it writes it into <c>obj/project.assets.json</c>.</summary>
internal static class RestoredAssets
{
    private const string Placeholder = "_._";

    /// <summary>Paths of the assemblies that run, by the order of the packages' names.</summary>
    public static IReadOnlyList<string> Of(string project)
    {
        using var assets = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(project, "obj", "project.assets.json")));
        var root = assets.RootElement;
        string[] folders = [.. root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
        return
        [
            .. from target in root.GetProperty("targets").EnumerateObject().Take(1)
               from package in target.Value.EnumerateObject()
               where package.Value.TryGetProperty("runtime", out _)
               from asset in package.Value.GetProperty("runtime").EnumerateObject()
               where !asset.Name.EndsWith(Placeholder, StringComparison.Ordinal)
               let path = Path.Combine(root.GetProperty("libraries").GetProperty(package.Name).GetProperty("path").GetString()!, asset.Name)
               select folders.Select(folder => Path.Combine(folder, path)).First(File.Exists),
        ];
    }
}
