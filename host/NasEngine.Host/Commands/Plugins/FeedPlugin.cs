using NasEngine.Contracts;
using NasEngine.Extensibility.Packages;
using NasEngine.Extensibility.Plugins;
using NasEngine.Extensibility.Recipes;
using NasEngine.Host.Composition;

namespace NasEngine.Host.Commands.Plugins;

/// <summary>A plugin in a package; what it needs comes from the feeds that NuGet is configured with.</summary>
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
        var folder = Path.GetFullPath(Path.Combine(below, $"{package.Id}.{package.Version}"));
        var files = Files([package]);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        Copy(files, folder);
        return folder;
    }

    /// <summary>The same of a package that is a file.</summary>
    /// <param name="path">The package.</param>
    /// <param name="below">Folder that the folder comes to lie in.</param>
    /// <exception cref="InputException">It cannot be read, or no feed has what it needs.</exception>
    public static string Unpack(string path, string below)
    {
        var needs = PackageNeeds.Of(path);
        var files = needs.Count > 0 ? Files(needs) : [];
        var folder = PluginPackage.Unpack(path, below).Folder;
        Copy(files, folder);
        return folder;
    }

    private static IEnumerable<string> Files(IReadOnlyList<PackageName> packages) =>
        new PackageFeed(UserFolders.Cache("packages")).Get(packages, Environment.CurrentDirectory, "The plugin").All;

    private static void Copy(IEnumerable<string> files, string folder)
    {
        foreach (var file in files.Where(file => !OwnAssemblies.Has(file)))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }
    }
}
