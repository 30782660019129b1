using NasEngine.Contracts.Recipes;
using NasEngine.Host.Reports;

namespace NasEngine.Host.Composition;

/// <summary>What a search found, as recipes see it.</summary>
internal static class FoundResult
{
    /// <summary>The result of a completed search.</summary>
    public static SearchResult Of(SearchSummary summary) => new()
    {
        Name = summary.History.Header.Spec.Name,
        Found = [.. summary.Found.Select(found => Found(found) with { PlaceInSearch = found.Chosen })],
        ParetoFront = new FoundFront(
            summary.History.Header.Spec.Name,
            summary.History.Header.Spec.Objective.Axes,
            [.. (summary.Front?.Entries ?? []).Select(entry => Found(entry.Found))]),
        Samples = summary.History.Samples,
        Steps = summary.History.Steps,
        Folder = summary.Folder,
    };

    private static FoundArchitecture Found(FoundSummary found) => new(found.Architecture, found.Text, found.Metrics)
    {
        Deviations = found.Deviations,
    };
}
