using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Retraining;
using NasEngine.Search;

namespace NasEngine.Host.Reports;

/// <summary>A winner as tables and files show it.</summary>
/// <param name="Architecture">The architecture.</param>
/// <param name="Text">In the text form of its space.</param>
/// <param name="Metrics">Measured and counted metrics, the latency among them.</param>
/// <param name="Chosen">Its place in the search's own order, from 1, before it was trained and measured for itself.</param>
internal sealed record FoundSummary(
    Architecture Architecture, string Text, ImmutableSortedDictionary<string, double> Metrics, int Chosen = 1)
{
    /// <summary>Its latency as it was measured; null where the latency among the metrics comes from elsewhere, or there is none.</summary>
    public LatencyMeasurement? Latency { get; init; }

    /// <summary>Standard deviations over the seeds that it was trained from, by metric; empty with one.</summary>
    public ImmutableSortedDictionary<string, double> Deviations { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>One metric as tables have it, with its spread where there is one; a dash where it has none.</summary>
    public string Figure(string metric) => Metrics.TryGetValue(metric, out var value) ? MetricText.Figure(metric, value, Deviations) : "–";
}

/// <summary>What a finished search shows.</summary>
/// <param name="History">All that the journal has.</param>
/// <param name="Found">The winners, best first.</param>
/// <param name="Folder">Folder of its files.</param>
internal sealed record SearchSummary(SearchHistory History, IReadOnlyList<FoundSummary> Found, string Folder)
{
    /// <summary>The Pareto front; null where the objective has a single axis.</summary>
    public FrontSummary? Front { get; init; }

    /// <summary>Where the winner stands among random architectures; null where that was not asked.</summary>
    public SearchWorth? Worth { get; init; }

    /// <summary>Its architectures that were trained again.</summary>
    public IReadOnlyList<Retrained> Retrained { get; init; } = [];

    /// <summary>The best trial so far, of a search whose winners are not chosen yet; null where there is none.</summary>
    public Leader? Leader { get; init; }

    /// <summary>Its state in a word, of a search that is not at its end; null for that of the journal.</summary>
    public string? State { get; init; }

    /// <summary>Makes the summary of a search.</summary>
    public static SearchSummary Of(SearchHistory history, ISearchSpace space, string folder) => new(
        history,
        [.. history.Finalists.Where(finalist => finalist.Measurement is { Failure: null }).Select(finalist => new FoundSummary(
            finalist.Architecture,
            space.Format(finalist.Architecture),
            finalist.WithLatency()!.Metrics,
            finalist.Chosen + 1)
        {
            Latency = finalist.Latency,
            Deviations = finalist.Deviations,
        })],
        folder)
    {
        Front = FrontSummary.Of(history, space),
    };
}
