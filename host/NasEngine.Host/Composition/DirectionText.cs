using NasEngine.Contracts;

namespace NasEngine.Host.Composition;

/// <summary>What is said of an objective that makes a cost large. Pure: tested as text.</summary>
internal static class DirectionText
{
    /// <summary>A sentence, as the largest network under a latency may be meant; null where there is nothing to be said.</summary>
    public static string? Of(SearchSpec spec) =>
        spec.Objective is Objective { Direction: Direction.Maximize, Metric: var metric }
            && KnownMetrics.Better(metric) == Direction.Minimize
            ? $"Search '{spec.Name}' looks for the largest '{metric}', as its objective says; Minimize.Metric(\"{metric}\") looks for the "
                + "smallest."
            : null;
}
