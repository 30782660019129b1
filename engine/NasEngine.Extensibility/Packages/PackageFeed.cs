using System.Security.Cryptography;
using System.Text;
using NasEngine.Contracts;

namespace NasEngine.Extensibility.Packages;

/// <summary>
/// Packages of the feeds that NuGet is configured with, and what they need, by the .NET SDK's own restore: they come to lie in NuGet's
/// folder, once. What a set of packages comes to is remembered, so that it is there without the SDK and without the network.
/// </summary>
/// <param name="cacheFolder">Where that is remembered; made when it is not there.</param>
/// <param name="restore">Restores a project and says how that went; null for the SDK's.</param>
public sealed class PackageFeed(string cacheFolder, Func<string, (int Code, string Said)>? restore = null)
{
    private readonly Func<string, (int Code, string Said)> _restore = restore ?? SdkRestore.Run;

    /// <summary>The files of packages and of all that they need.</summary>
    /// <param name="packages">The packages.</param>
    /// <param name="folder">Folder whose NuGet.config counts, with those above it and the user's.</param>
    /// <param name="who">Who needs them, as the beginning of a sentence.</param>
    /// <exception cref="InputException">A feed has none, or cannot be reached, or the SDK is missing.</exception>
    public PackageFiles Get(IReadOnlyList<PackageName> packages, string folder, string who)
    {
        var known = Path.Combine(cacheFolder, KeyOf(packages));
        if (Remembered(known) is { } there)
        {
            return there;
        }

        var project = Directory.CreateTempSubdirectory("nas-packages-");
        try
        {
            RestoreProject.Write(project.FullName, packages, folder);
            var (code, said) = _restore(project.FullName);
            if (code != 0)
            {
                throw new InputException(RestoreError.Say(packages, who, said));
            }

            var files = RestoredAssets.Of(project.FullName);
            Remember(known, files);
            return files;
        }
        finally
        {
            project.Delete(recursive: true);
        }
    }

    private static string KeyOf(IEnumerable<PackageName> packages) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', packages.Select(one => one.ToString().ToLowerInvariant()).Order(StringComparer.Ordinal))))) + ".files";

    private static PackageFiles? Remembered(string file)
    {
        try
        {
            var files = PackageFiles.Of(File.ReadAllLines(file));
            return files.All.Any() && files.All.All(File.Exists) ? files : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Remember(string file, PackageFiles files)
    {
        try
        {
            Directory.CreateDirectory(cacheFolder);
            var aside = Path.Combine(cacheFolder, Path.GetRandomFileName());
            File.WriteAllLines(aside, files.Lines);
            File.Move(aside, file, overwrite: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // It is asked of the feed again then.
        }
    }
}
