namespace NasEngine.Extensibility.Packages;

/// <summary>What packages, and all that they need, bring to a program on this machine.</summary>
/// <param name="Assemblies">Paths of the assemblies that run, by the order of the packages' names.</param>
/// <param name="Natives">Paths of native libraries for this system and processor.</param>
public sealed record PackageFiles(IReadOnlyList<string> Assemblies, IReadOnlyList<string> Natives)
{
    private const string Native = "native ";

    /// <summary>All of them.</summary>
    public IEnumerable<string> All => Assemblies.Concat(Natives);

    /// <summary>As lines of a file.</summary>
    internal IEnumerable<string> Lines => Assemblies.Concat(Natives.Select(path => Native + path));

    /// <summary>Of such lines.</summary>
    internal static PackageFiles Of(IReadOnlyList<string> lines) => new(
        [.. lines.Where(line => !IsNative(line))],
        [.. lines.Where(IsNative).Select(line => line[Native.Length..])]);

    private static bool IsNative(string line) => line.StartsWith(Native, StringComparison.Ordinal);
}
