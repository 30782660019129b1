using System.Xml.Linq;

namespace NasEngine.Extensibility.Packages;

/// <summary>A project that needs packages and nothing else.</summary>
internal static class RestoreProject
{
    /// <summary>Name of its file.</summary>
    public const string Name = "packages.csproj";

    /// <summary>Writes it; what lies above it is not meant for it, but for the configuration of NuGet.</summary>
    /// <param name="at">Its folder.</param>
    /// <param name="packages">What it needs.</param>
    /// <param name="configuration">Folder whose NuGet.config counts.</param>
    public static void Write(string at, IEnumerable<PackageName> packages, string configuration)
    {
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            File.WriteAllText(Path.Combine(at, file), "<Project />");
        }

        new XDocument(new XElement(
            "Project",
            new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement(
                "PropertyGroup",
                new XElement("TargetFramework", "net10.0"),
                new XElement("RestoreRootConfigDirectory", configuration),
                new XElement("NuGetAudit", "false")),
            new XElement("ItemGroup", packages.Select(package => new XElement(
                "PackageReference", new XAttribute("Include", package.Id), new XAttribute("Version", $"[{package.Version}]"))))))
            .Save(Path.Combine(at, Name));
    }
}
