using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace NasEngine.Extensibility.Packages;

/// <summary>
/// Runtime identifiers, by which packages say what their files are for (NuGet's graph of them, as far as .NET 8 and later use it).
/// </summary>
internal static class RuntimeNames
{
    /// <summary>Those that this machine takes, the closest first, as <c>linux-x64, linux, unix-x64, unix, any</c>.</summary>
    public static ImmutableArray<string> Here { get; } = Of(RuntimeInformation.RuntimeIdentifier);

    /// <summary>Those that a machine takes whose own is <paramref name="identifier"/>.</summary>
    public static ImmutableArray<string> Of(string identifier)
    {
        var (system, processor) = identifier.Split('-') is [.. var before, var last] && before.Length > 0
            ? (string.Join('-', before), "-" + last)
            : (identifier, "");
        string[] systems = system switch
        {
            "win" => ["win"],
            "linux-musl" => ["linux-musl", "linux", "unix"],
            _ => [system, "unix"],
        };
        return [.. systems.SelectMany(one => new[] { one + processor, one }).Distinct(), "any"];
    }
}
