using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using NasEngine.Contracts;

namespace NasEngine.Extensibility.Plugins;

/// <summary>A plugin in a NuGet package: what is under <c>lib/net10.0</c>, or the newest framework before that which it has.</summary>
/// <param name="Id">Name of the package.</param>
/// <param name="Version">Its version.</param>
/// <param name="Folder">Where its files are now.</param>
public sealed record PluginPackage(string Id, string Version, string Folder)
{
    private const string Extension = ".nupkg";
    private const string Library = "lib/";
    private const string Framework = "net";
    private const int Newest = 10;

    /// <summary>Whether a path is that of a package.</summary>
    public static bool Is(string path) => Path.GetExtension(path).Equals(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Unpacks a package into a folder named by its id and version, anew where that is there.</summary>
    /// <param name="path">The package.</param>
    /// <param name="below">Folder that the folder comes to lie in.</param>
    /// <exception cref="InputException">It cannot be read, or has nothing for this runtime.</exception>
    public static PluginPackage Unpack(string path, string below)
    {
        try
        {
            using var package = ZipFile.OpenRead(path);
            var (id, version) = Identity(package, path);
            var prefix = Library + FrameworkOf(package, path) + "/";
            var folder = Path.GetFullPath(Path.Combine(below, $"{id}.{version}"));
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            foreach (var entry in package.Entries.Where(one => one.FullName.StartsWith(prefix, StringComparison.Ordinal) && one.Name != ""))
            {
                var file = Path.GetFullPath(Path.Combine(folder, entry.FullName[prefix.Length..]));
                if (!file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                {
                    throw new InputException($"The package '{path}' has a file that would lie outside of its folder, '{entry.FullName}'.");
                }

                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                entry.ExtractToFile(file, overwrite: true);
            }

            return new PluginPackage(id, version, folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or System.Xml.XmlException)
        {
            throw new InputException($"The package '{path}' cannot be read: {Clause.Of(e.Message)}; get it again.", e);
        }
    }

    private static (string Id, string Version) Identity(ZipArchive package, string path)
    {
        var described = package.Entries.FirstOrDefault(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal))
            ?? throw new InputException($"'{path}' is no NuGet package: it has no .nuspec.");
        using var content = described.Open();
        var metadata = XDocument.Load(content).Root?.Elements().FirstOrDefault(element => element.Name.LocalName == "metadata");
        string Of(string name)
        {
            var said = metadata?.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim() ?? "";
            return said.Length > 0 && said.IndexOfAny(Path.GetInvalidFileNameChars()) < 0
                ? said
                : throw new InputException($"The package '{path}' does not say its {name}.");
        }

        return (Of("id"), Of("version"));
    }

    private static string FrameworkOf(ZipArchive package, string path) => package.Entries
        .Where(entry => entry.FullName.StartsWith(Library + Framework, StringComparison.Ordinal)
            && entry.FullName.EndsWith(".dll", StringComparison.Ordinal))
        .Select(entry => entry.FullName.Split('/')[1])
        .Distinct()
        .Select(name => (Name: name, Number: NumberOf(name)))
        .Where(framework => framework.Number is >= 5 and <= Newest)
        .OrderByDescending(framework => framework.Number)
        .Select(framework => framework.Name)
        .FirstOrDefault() ?? throw new InputException($"The package '{path}' has no assembly for .NET {Newest} under lib/net{Newest}.0.");

    /// <summary>10 of <c>net10.0</c>; null of another runtime.</summary>
    private static double? NumberOf(string framework)
    {
        var text = framework.AsSpan(Framework.Length);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
