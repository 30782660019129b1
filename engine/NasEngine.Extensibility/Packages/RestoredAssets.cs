using System.Text.Json;
using NasEngine.Extensibility.Recipes;

namespace NasEngine.Extensibility.Packages;

/// <summary>
/// What a restore found, as it writes it into <c>obj/project.assets.json</c>. What only packages of the program need, as TorchSharp's own
/// dependencies, is none of it: the program has those packages.
/// </summary>
internal static class RestoredAssets
{
    private const string Placeholder = "_._";

    /// <summary>Paths of the assemblies that run, by the order of the packages' names.</summary>
    public static IReadOnlyList<string> Of(string project)
    {
        using var assets = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(project, "obj", "project.assets.json")));
        var root = assets.RootElement;
        string[] folders = [.. root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
        var packages = root.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject()
            .ToDictionary(package => package.Name.Split('/')[0], StringComparer.OrdinalIgnoreCase);
        var needed = Needed(root, packages);
        return
        [
            .. from package in packages.Values
               where needed.Contains(package.Name.Split('/')[0]) && package.Value.TryGetProperty("runtime", out _)
               from asset in package.Value.GetProperty("runtime").EnumerateObject()
               where !asset.Name.EndsWith(Placeholder, StringComparison.Ordinal)
               let path = Path.Combine(root.GetProperty("libraries").GetProperty(package.Name).GetProperty("path").GetString()!, asset.Name)
               select folders.Select(folder => Path.Combine(folder, path)).First(File.Exists),
        ];
    }

    /// <summary>The packages that are asked for, and what they need without one of the program's between.</summary>
    private static HashSet<string> Needed(JsonElement root, Dictionary<string, JsonProperty> packages)
    {
        var needed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var asked = root.GetProperty("project").GetProperty("frameworks").EnumerateObject().First().Value;
        var open = new Queue<string>(
            asked.TryGetProperty("dependencies", out var asks) ? asks.EnumerateObject().Select(package => package.Name) : []);
        while (open.TryDequeue(out var name))
        {
            if (needed.Add(name) && packages.TryGetValue(name, out var package)
                && package.Value.TryGetProperty("dependencies", out var others))
            {
                foreach (var other in others.EnumerateObject().Where(one => !OwnAssemblies.IsShared(one.Name)))
                {
                    open.Enqueue(other.Name);
                }
            }
        }

        return needed;
    }
}
