using NasEngine.Contracts;
using NasEngine.Extensibility.Packages;
using NasEngine.Extensibility.Recipes;
using NuGet.Frameworks;
using NuGet.Packaging;
using NuGet.Packaging.Core;

namespace NasEngine.Host.Commands.Plugins;

/// <summary>What a package says that it needs beside what the program has.</summary>
internal static class PackageNeeds
{
    private static readonly NuGetFramework Runtime = NuGetFramework.Parse("net10.0");

    /// <summary>The packages, each in the lowest version that will do, as NuGet chooses.</summary>
    /// <param name="path">The package.</param>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static IReadOnlyList<PackageName> Of(string path)
    {
        try
        {
            using var package = new PackageArchiveReader(path);
            var groups = package.NuspecReader.GetDependencyGroups().ToDictionary(group => group.TargetFramework);
            return new FrameworkReducer().GetNearest(Runtime, groups.Keys) is not { } nearest ? [] :
            [
                .. from needed in groups[nearest].Packages
                   where !OwnAssemblies.IsShared(needed.Id) && needed.VersionRange.MinVersion is not null
                   select new PackageName(needed.Id, needed.VersionRange.MinVersion!.ToNormalizedString()),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or PackagingException)
        {
            throw new InputException($"The package '{path}' cannot be read: {Clause.Of(e.Message)}; get it again.", e);
        }
    }
}
