using System.Text;

namespace NasEngine.Networks.Natives;

/// <summary>
/// A libtorch that the loader finds by its name, such as that of Debian's libtorch-dev: it is another version, and TorchSharp would get it
/// before it asks for ours. What is loaded already under that name comes before both.
/// </summary>
internal static class SystemLibtorch
{
    private const string Name = "libtorch_cpu.so";
    private const string Cache = "/etc/ld.so.cache";

    /// <summary>Whether there is one.</summary>
    public static bool IsThere() => IsThere(Cache, Environment.GetEnvironmentVariable("LD_LIBRARY_PATH"));

    /// <param name="cache">The loader's list of what is in its folders; some of it may be gone.</param>
    /// <param name="folders">Folders that it looks into before, joined by colons; null for none.</param>
    internal static bool IsThere(string cache, string? folders) => (folders ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, Name))
        .Concat(Listed(cache))
        .Any(File.Exists);

    /// <summary>The paths that the list has under that name: its texts end with a zero.</summary>
    private static IEnumerable<string> Listed(string cache) => !File.Exists(cache) ? [] : File.ReadAllText(cache, Encoding.Latin1)
        .Split('\0')
        .Where(text => text.StartsWith('/') && Path.GetFileName(text) == Name);
}
