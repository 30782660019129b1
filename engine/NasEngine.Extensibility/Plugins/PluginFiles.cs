using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace NasEngine.Extensibility.Plugins;

/// <summary>
/// The files of a plugin: the assembly and its symbols, and where a <c>.deps.json</c> lies beside it, all libraries of that
/// folder.
/// </summary>
/// <param name="Main">Absolute path of the assembly.</param>
/// <param name="Names">Paths of all files, relative to its folder.</param>
/// <param name="Hash">SHA-256 of names and contents in hexadecimal.</param>
internal sealed record PluginFiles(string Main, ImmutableArray<string> Names, string Hash)
{
    private static readonly string[] Extensions = [".dll", ".pdb", ".so", ".dylib", ".json"];

    /// <summary>Finds and hashes them.</summary>
    public static PluginFiles Read(string main)
    {
        var folder = Path.GetDirectoryName(main)!;
        var names = File.Exists(Path.ChangeExtension(main, ".deps.json"))
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file => Extensions.Contains(Path.GetExtension(file)))
            : new[] { main, Path.ChangeExtension(main, ".pdb") }.Where(File.Exists);
        var ordered = names.Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal).ToImmutableArray();

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in ordered)
        {
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, name))));
        }

        return new PluginFiles(main, ordered, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Copies them to a folder.</summary>
    public void CopyTo(string folder)
    {
        foreach (var name in Names)
        {
            var copy = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(Path.GetDirectoryName(Main)!, name), copy);
        }
    }
}
