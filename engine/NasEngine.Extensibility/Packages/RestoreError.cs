using System.Text.RegularExpressions;

namespace NasEngine.Extensibility.Packages;

/// <summary>One sentence from what a restore wrote.</summary>
internal static partial class RestoreError
{
    private const string Sources = "'dotnet nuget list source' says which feeds are asked";

    /// <summary>The sentence.</summary>
    /// <param name="packages">What was to be restored.</param>
    /// <param name="who">Who needs it, as the beginning of a sentence.</param>
    /// <param name="said">What the restore wrote.</param>
    public static string Say(IReadOnlyList<PackageName> packages, string who, string said)
    {
        var needs = $"{who} needs {string.Join(" and ", packages.Select(package => $"package {package}"))}";
        if (said == SdkRestore.Missing || NoSdk().IsMatch(said))
        {
            return $"{needs}, which the .NET 10 SDK fetches, and there is none; install it so that 'dotnet' is on the PATH.";
        }

        if (Unreachable().Match(said) is { Success: true } offline)
        {
            return $"{needs}, and a feed cannot be reached ({Sentence(offline)}); it is fetched once, with the network or from a feed "
                + $"that is there: {Sources}.";
        }

        if (Unknown().Match(said) is { Success: true } unknown)
        {
            return $"{needs}, and no feed has {unknown.Groups["id"].Value}; correct its name, or add a feed that has it: {Sources}.";
        }

        if (OtherVersion().Match(said) is { Success: true } other)
        {
            return $"{needs}, and no feed has that version of {other.Groups["id"].Value}"
                + $"{(Nearest().Match(said) is { Success: true } near ? $", the nearest is {near.Groups["version"].Value}" : "")}; "
                + $"{Sources}.";
        }

        return $"{needs}, which cannot be restored: {(AnyError().Match(said) is { Success: true } error ? Sentence(error) : said.Trim())}.";
    }

    private static string Sentence(Match match) => match.Groups["what"].Value.Trim().TrimEnd('.');

    [GeneratedRegex(@"error NU1301: (?<what>[^\[\r\n]*)")]
    private static partial Regex Unreachable();

    [GeneratedRegex(@"error NU1101: Unable to find package (?<id>[A-Za-z0-9._-]*[A-Za-z0-9])")]
    private static partial Regex Unknown();

    [GeneratedRegex(@"error NU110[23]: Unable to find (a stable )?package (?<id>[A-Za-z0-9._-]*[A-Za-z0-9])")]
    private static partial Regex OtherVersion();

    [GeneratedRegex(@"Nearest version: (?<version>[0-9][A-Za-z0-9.+-]*[A-Za-z0-9])")]
    private static partial Regex Nearest();

    [GeneratedRegex(@"error (?<what>[A-Z]+[0-9]+: [^\[\r\n]*)")]
    private static partial Regex AnyError();

    [GeneratedRegex("No \\.NET SDKs were found|compatible \\.NET SDK was not found|NETSDK1045")]
    private static partial Regex NoSdk();
}
