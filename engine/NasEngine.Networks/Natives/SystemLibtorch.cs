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

    /// <param name="cache">The loader's list of what is in its folders.</param>
    /// <param name="folders">Folders that it looks into before, joined by colons; null for none.</param>
    internal static bool IsThere(string cache, string? folders) =>
        (folders ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Any(folder => File.Exists(Path.Combine(folder, Name)))
        || (File.Exists(cache) && File.ReadAllBytes(cache).AsSpan().IndexOf(Encoding.ASCII.GetBytes(Name + '\0')) >= 0);
}
