using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Slicing;

/// <summary>
/// The name of the search that takes slices under other limits out of a trained supernet: <c>bignas.under-macs1000000</c>,
/// <c>bignas.under-latency_ms2.5-by-phone-3f29c1d0</c>. It says what was asked, so that the same question finds the same search.
/// </summary>
/// <param name="Search">The search that trained the supernet.</param>
/// <param name="Limits">What the slices cost at most.</param>
/// <param name="Table">What <see cref="TableOf"/> calls the table that predicts latencies; null for the costs of the search.</param>
public sealed partial record SliceName(string Search, ImmutableArray<CostTarget> Limits, string? Table)
{
    /// <summary>Name of the search that trained the supernet; null where the name is of no such search.</summary>
    public static string? SearchIn(string name) => Pattern().Match(name) is { Success: true } match ? match.Groups["search"].Value : null;

    /// <summary>What a latency table is called: its file, and what is in it, since another one may have its name later.</summary>
    /// <param name="file">The file of the table, which need not be there.</param>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static string TableOf(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file).Trim('.') is { Length: > 0 } given ? given : "unnamed";
        var letters = string.Concat(name.Select(one => char.IsLetterOrDigit(one) || one == '_' ? one : '-'));
        return File.Exists(file) ? $"{letters}-{new InputFile("latencies", "the slices", file).Hash[..8]}" : letters;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Search}.under{string.Concat(Limits.Select(Text))}{(Table is null ? "" : $"-by-{Table}")}";

    private static string Text(CostTarget limit) =>
        string.Create(CultureInfo.InvariantCulture, $"-{limit.Metric}{limit.Value:0.############}");

    [GeneratedRegex(@"^(?<search>.+)\.under(-[A-Za-z_][A-Za-z0-9_]*[0-9](\.[0-9]+)?)+(-by-[^.]+)?$")]
    private static partial Regex Pattern();
}
