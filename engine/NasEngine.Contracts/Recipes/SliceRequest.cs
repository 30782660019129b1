using System.Collections.Immutable;
using System.Globalization;

namespace NasEngine.Contracts.Recipes;

/// <summary>Which slices of a trained supernet are asked for.</summary>
public sealed record SliceRequest
{
    /// <summary>Slices under limits.</summary>
    /// <param name="limits">What they cost at most, instead of the limits of the search.</param>
    /// <param name="latencies">File of the table that latencies are predicted by; null for the costs that the search has.</param>
    /// <exception cref="InputException">There is no limit, or a cost has two.</exception>
    public SliceRequest(IEnumerable<CostTarget> limits, string? latencies = null)
    {
        (Limits, Latencies) = ([.. limits.OrderBy(limit => limit.Metric, StringComparer.Ordinal)], latencies);
        if (Limits.IsEmpty)
        {
            throw new InputException("Slices are asked for without a limit; give one, such as Macs(1e6).");
        }

        if (Limits.GroupBy(limit => limit.Metric).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new InputException($"Slices are asked for with two limits on '{twice.Key}'; give one.");
        }
    }

    /// <summary>What they cost at most; at least one, each cost once, by name.</summary>
    public ImmutableArray<CostTarget> Limits { get; }

    /// <summary>File of the table that latencies are predicted by; null for the costs that the search has.</summary>
    public string? Latencies { get; }

    /// <summary>What is asked, the same for the same: <c>slices under macs 1000000, latency_ms 2.5 by phone.json</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"slices under {string.Join(", ", Limits.Select(Text))}{(Latencies is null ? "" : $" by {Latencies}")}");

    private static string Text(CostTarget limit) => string.Create(CultureInfo.InvariantCulture, $"{limit.Metric} {limit.Value:R}");
}
