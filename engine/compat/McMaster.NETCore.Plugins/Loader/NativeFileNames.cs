namespace McMaster.NETCore.Plugins.Loader;

/// <summary>The file names that a native library may have on this platform.</summary>
internal static class NativeFileNames
{
    private static readonly string[] Prefixes = OperatingSystem.IsWindows() ? [""] : ["", "lib"];

    private static readonly string[] Suffixes =
        OperatingSystem.IsWindows() ? [".dll", ""] : OperatingSystem.IsMacOS() ? [".dylib", ""] : [".so", ".so.1", ""];

    public static IEnumerable<string> Of(string name) =>
        from prefix in Prefixes
        from suffix in Suffixes
        select prefix + name + suffix;
}
