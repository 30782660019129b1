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

    /// <summary>
    /// The files, by the order of the packages' names; of an assembly that there is for this system in particular, that one.
    /// </summary>
    /// <param name="project">Folder of the project that was restored.</param>
    public static PackageFiles Of(string project)
    {
        using var assets = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(project, "obj", "project.assets.json")));
        var root = assets.RootElement;
        string[] folders = [.. root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
        var packages = root.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject()
            .ToDictionary(package => package.Name.Split('/')[0], StringComparer.OrdinalIgnoreCase);
        var needed = Needed(root, packages);
        var (assemblies, natives) = (new List<string>(), new List<string>());
        foreach (var package in packages.Values.Where(package => needed.Contains(package.Name.Split('/')[0])))
        {
            var path = root.GetProperty("libraries").GetProperty(package.Name).GetProperty("path").GetString()!;
            string Found(string asset) => folders.Select(folder => Path.Combine(folder, path, asset)).First(File.Exists);
            var own = Particular(package.Value);
            assemblies.AddRange(own["runtime"].Concat(
                General(package.Value).ExceptBy(own["runtime"].Select(Path.GetFileName), Path.GetFileName)).Select(Found));
            natives.AddRange(own["native"].Select(Found));
        }

        return new PackageFiles(assemblies, natives);
    }

    /// <summary>Assets for any system.</summary>
    private static IEnumerable<string> General(JsonElement package) => package.TryGetProperty("runtime", out var assets)
        ? assets.EnumerateObject().Select(asset => asset.Name).Where(IsFile)
        : [];

    /// <summary>Assets for this system by their type, of the closest identifier that there are any for.</summary>
    private static ILookup<string, string> Particular(JsonElement package)
    {
        var assets = (package.TryGetProperty("runtimeTargets", out var found) ? found.EnumerateObject().ToArray() : [])
            .Where(asset => IsFile(asset.Name))
            .Select(asset => (
                Path: asset.Name,
                Type: asset.Value.GetProperty("assetType").GetString()!,
                Place: RuntimeNames.Here.IndexOf(asset.Value.GetProperty("rid").GetString()!)))
            .Where(asset => asset.Place >= 0)
            .ToArray();
        return assets.Where(asset => asset.Place == assets.Where(other => other.Type == asset.Type).Min(other => other.Place))
            .ToLookup(asset => asset.Type, asset => asset.Path);
    }

    private static bool IsFile(string asset) => !asset.EndsWith(Placeholder, StringComparison.Ordinal);

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
