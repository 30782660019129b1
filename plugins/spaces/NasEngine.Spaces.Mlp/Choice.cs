using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Spaces.Mlp;

/// <summary>Decisions between numbers, as the spaces here write them.</summary>
internal static class Choice
{
    /// <summary>An ordered decision whose choices are numbers behind a letter: <c>w16</c>, <c>w32</c>.</summary>
    public static Decision Of(string name, string prefix, IEnumerable<int> values) =>
        new(name, [.. values.Select(value => Label(prefix, value))]) { Ordered = true };

    /// <summary>A number behind a word: <c>layer2</c>.</summary>
    public static string Label(string prefix, int value) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{value}");
}
