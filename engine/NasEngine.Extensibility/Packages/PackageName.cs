using System.Text.RegularExpressions;
using NasEngine.Contracts;

namespace NasEngine.Extensibility.Packages;

/// <summary>A NuGet package in one version.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">Its version, as <c>1.2.3</c> or <c>1.2.3-beta.1</c>.</param>
public sealed partial record PackageName(string Id, string Version)
{
    /// <summary>How a recipe names one: <c>#r "nuget: Name, Version"</c>.</summary>
    public const string Prefix = "nuget:";

    /// <summary>Reads what follows <c>nuget:</c>.</summary>
    /// <exception cref="InputException">It is no name and version.</exception>
    public static PackageName Of(string text) => Words().Match(text) is { Success: true } words
        ? new PackageName(words.Groups["id"].Value, words.Groups["version"].Value)
        : throw new InputException(
            $"'{text.Trim()}' is no package in one version; write it as: #r \"nuget: Humanizer.Core, 3.0.1\".") { Word = text };

    /// <summary>The packages that the lines of a recipe name by themselves.</summary>
    internal static IEnumerable<PackageName> In(string recipe) =>
        Directive().Matches(recipe).Where(line => Words().IsMatch(line.Groups["name"].Value)).Select(line => Of(line.Groups["name"].Value));

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Version}";

    [GeneratedRegex(@"^\s*(?<id>[A-Za-z0-9_][A-Za-z0-9._-]*)\s*,\s*(?<version>[0-9][A-Za-z0-9.+-]*)\s*$")]
    private static partial Regex Words();

    [GeneratedRegex("^\\s*#r\\s+\"nuget:(?<name>[^\"]*)\"", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Directive();
}
