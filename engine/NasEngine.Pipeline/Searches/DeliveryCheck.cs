using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;

namespace NasEngine.Pipeline.Searches;

/// <summary>Whether a search has the metrics that it is for, and ends by, as far as its estimator knows which it measures.</summary>
public static class DeliveryCheck
{
    /// <summary>Refuses a search that wants a metric that no trial of it will have.</summary>
    /// <param name="prepared">The search.</param>
    /// <param name="measured">What its estimator measures; null where it does not know.</param>
    /// <param name="recorded">The search in the journal, which is not asked again for what it began with; null where there is none.</param>
    /// <exception cref="InputException">It does; the message has those that there are.</exception>
    public static void MustMeasure(PreparedSearch prepared, IReadOnlyList<string>? measured, SearchHeader? recorded)
    {
        if (measured is null || recorded?.Spec.Budget == prepared.Spec.Budget)
        {
            return;
        }

        string[] known =
        [
            .. measured, .. prepared.Parts.Costs.Metrics.Select(cost => cost.Name),
            .. prepared.Parts.WantLatency ? new[] { MetricNames.Latency } : [],
        ];
        if (Wanted(prepared).FirstOrDefault(one => !known.Contains(one.Metric)) is { What: { } what } wish)
        {
            throw new InputException(
                $"{what} '{wish.Metric}', which estimator '{prepared.Spec.Estimator.Id}' does not measure; there are "
                + $"{string.Join(", ", known.Distinct())}.") { Word = wish.Call };
        }
    }

    /// <summary>Of a supernet, whose steps measure what its rule says, only what it ends by.</summary>
    private static IEnumerable<(string What, string Metric, string Call)> Wanted(PreparedSearch prepared)
    {
        var (spec, objective) = (prepared.Spec, prepared.Parts.Objective);
        if (spec.Budget.Goal is { } goal)
        {
            yield return ($"Search '{spec.Name}' stops at", goal.Metric, ".StopAt(");
        }

        if (spec.Budget.VirtualSeconds is not null)
        {
            yield return ($"The budget of search '{spec.Name}' counts", MetricNames.VirtualSeconds, ".Budget(");
        }

        if (prepared.Strategy.Kind != WorkKind.Trials)
        {
            yield break;
        }

        foreach (var metric in objective.Metrics
            .Concat(objective.Constraints.IsDefault ? [] : objective.Constraints.Select(limit => limit.Metric))
            .Concat(objective.Axes.Select(axis => axis.Metric)))
        {
            yield return ($"The objective of search '{spec.Name}' needs", metric, ".Objective(");
        }
    }
}
