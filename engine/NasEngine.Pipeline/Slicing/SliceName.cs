using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Slicing;

/// <summary>
/// The name of the search that takes slices under other limits out of a trained supernet: <c>bignas.under-macs1000000</c>,
/// <c>bignas.under-latency_ms2.5-by-phone</c>. It says what was asked, so that the same question finds the same search.
/// </summary>
/// <param name="Search">The search that trained the supernet.</param>
/// <param name="Limits">What the slices cost at most.</param>
/// <param name="Table">Name of the latency table that they are predicted by; null for the costs that the search has.</param>
public sealed partial record SliceName(string Search, ImmutableArray<CostTarget> Limits, string? Table)
{
    /// <summary>Name of the search that trained the supernet; null where the name is of no such search.</summary>
    public static string? SearchIn(string name) => Pattern().Match(name) is { Success: true } match ? match.Groups["search"].Value : null;

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Search}.under{string.Concat(Limits.Select(Text))}{(Table is null ? "" : $"-by-{Table}")}";

    private static string Text(CostTarget limit) =>
        string.Create(CultureInfo.InvariantCulture, $"-{limit.Metric}{limit.Value:0.############}");

    [GeneratedRegex(@"^(?<search>.+)\.under(-[A-Za-z_]+[0-9]+(\.[0-9]+)?)+(-by-[^.]+)?$")]
    private static partial Regex Pattern();
}
