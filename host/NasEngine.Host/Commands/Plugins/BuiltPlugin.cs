using System.CommandLine;
using NasEngine.Extensibility.Plugins;

namespace NasEngine.Host.Commands.Plugins;

/// <summary>A plugin that was built, as commands are given it.</summary>
internal static class BuiltPlugin
{
    /// <summary>Where it is.</summary>
    public static Argument<string> Path { get; } = new("path")
    {
        Description = "A plugin's DLL, the folder that it was built into, a package (.nupkg), or with --version the name of a package.",
    };

    /// <summary>The version of a package of the feeds that NuGet is configured with.</summary>
    public static Option<string?> Version { get; } = new("--version")
    {
        Description = "The path is the name of a package, which comes in this version from the feeds that NuGet is configured with.",
        HelpName = "VERSION",
    };

    /// <summary>The name it gets.</summary>
    public static Option<string?> Id { get; } = new("--id")
    {
        Description = "The name it gets (default: that of its assembly, as patient-climbing).",
        HelpName = "NAME",
    };

    /// <summary>Its name and its assembly; a package is unpacked into a folder.</summary>
    /// <exception cref="Contracts.InputException">There is none.</exception>
    public static (string Id, string Assembly) Of(ParseResult parsed, string folder)
    {
        var path = parsed.GetValue(Path)!;
        var packaged = parsed.GetValue(Version) is { } version ? FeedPlugin.Fetch(path, version, folder)
            : PluginPackage.Is(path) ? FeedPlugin.Unpack(path, folder)
            : null;
        var assembly = PluginInspection.AssemblyOf(packaged ?? path);
        if (packaged is not null)
        {
            PackagedPlugin.Complete(assembly);
        }

        return (parsed.GetValue(Id) ?? IdOf(System.IO.Path.GetFileNameWithoutExtension(assembly)), assembly);
    }

    /// <summary>What it brings, a line each.</summary>
    public static IEnumerable<string> Brings(InspectedPlugin plugin) =>
    [
        .. plugin.Parts.Select(one => $"  {one.Kind} {one.Part.Id}: {one.Part.Summary}"),
        $"  SHA-256 {plugin.Hash}",
    ];

    /// <summary><c>patient-climbing</c> of <c>Mine.PatientClimbing</c>.</summary>
    private static string IdOf(string assembly) => string.Concat(assembly.Split('.')[^1].Select(
        (letter, place) => place > 0 && char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
