using System.Text.RegularExpressions;
using NasEngine.Contracts;

namespace NasEngine.Extensibility.Plugins;

/// <summary>Words for kinds of part.</summary>
internal static partial class PartKind
{
    /// <summary>The kind in words: <c>space</c>, <c>strategy</c>, <c>supernet rule</c>.</summary>
    public static string Name(Type kind) => kind == typeof(ISearchSpace)
        ? "space"
        : Words().Replace(kind is { IsInterface: true, Name: ['I', .. var rest] } ? rest : kind.Name, " $0").TrimStart().ToLowerInvariant();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Words();
}
