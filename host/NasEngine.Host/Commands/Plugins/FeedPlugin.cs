using NasEngine.Contracts;
using NasEngine.Extensibility.Packages;
using NasEngine.Extensibility.Recipes;
using NasEngine.Host.Composition;

namespace NasEngine.Host.Commands.Plugins;

/// <summary>A plugin in a package of the feeds that NuGet is configured with.</summary>
internal static class FeedPlugin
{
    /// <summary>
    /// Gets it with all that it needs into a folder named by its name and version, anew where that is there; what the program has itself is
    /// left out. Returns the folder.
    /// </summary>
    /// <param name="id">Name of the package.</param>
    /// <param name="version">Its version.</param>
    /// <param name="below">Folder that the folder comes to lie in.</param>
    /// <exception cref="InputException">No feed has it, or it holds no assembly.</exception>
    public static string Fetch(string id, string version, string below)
    {
        var package = PackageName.Of($"{id}, {version}");
        var assemblies = new PackageFeed(UserFolders.Cache("packages")).Assemblies([package], Environment.CurrentDirectory, "The plugin");
        var folder = Path.GetFullPath(Path.Combine(below, $"{package.Id}.{package.Version}"));
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        foreach (var assembly in assemblies.Where(assembly => !OwnAssemblies.Has(assembly)))
        {
            File.Copy(assembly, Path.Combine(folder, Path.GetFileName(assembly)));
        }

        return folder;
    }
}
