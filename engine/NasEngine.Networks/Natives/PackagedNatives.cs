namespace NasEngine.Networks.Natives;

/// <summary>
/// The natives as NuGet keeps them: once for a machine, unpacked from the packages that bring them, for whoever was not built beside a
/// folder of natives.
/// </summary>
public static class PackagedNatives
{
    /// <summary>The package with libtorch, as NuGet names its folder.</summary>
    public const string Libtorch = "libtorch-cpu-linux-x64";

    /// <summary>Its version.</summary>
    public const string LibtorchVersion = "2.10.0";

    /// <summary>The package with TorchSharp and its own library.</summary>
    public const string TorchSharp = "TorchSharp";

    /// <summary>Its version.</summary>
    public const string TorchSharpVersion = "0.107.0";

    private const string Natives = "runtimes/linux-x64/native";
    private const string Variable = "NUGET_PACKAGES";

    /// <summary>NuGet's folder: that of <c>NUGET_PACKAGES</c>, or <c>.nuget/packages</c> in the user's home.</summary>
    public static string PackageFolder { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Whether this machine can use the natives and has none, nor is a folder named that should have them.</summary>
    public static bool AreWanted => NativesFolder.IsMissing();

    /// <summary>The folder of the package with libtorch, whether it is there or not.</summary>
    internal static string LibtorchFolder(string packages) => Path.Combine(packages, Libtorch, LibtorchVersion, Natives);

    /// <summary>TorchSharp's own library beside libtorch: in its folder, or where NuGet has both, in that of its own package.</summary>
    internal static string BindingOf(string libtorch, string file)
    {
        var beside = Path.Combine(libtorch, file);
        if (File.Exists(beside))
        {
            return beside;
        }

        var packages = Path.GetFullPath(Path.Combine(libtorch, "..", "..", "..", "..", ".."));
        var packaged = Path.Combine(packages, TorchSharp.ToLowerInvariant(), TorchSharpVersion, Natives, file);
        return File.Exists(packaged) ? packaged : beside;
    }
}
