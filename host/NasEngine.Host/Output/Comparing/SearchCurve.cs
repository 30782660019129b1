using NasEngine.Contracts;
using NasEngine.Pipeline.Reading;

namespace NasEngine.Host.Output.Comparing;

/// <summary>How the objective of a search went, value by value.</summary>
internal static class SearchCurve
{
    /// <summary>
    /// The metric that curves show: the objective's; of a supernet, whose steps may not measure that, the validation or training loss.
    /// </summary>
    public static ObjectiveAxis AxisOf(SearchHistory history)
    {
        var axis = history.Header.Spec.Objective.Axes[0];
        var losses =
            new[] { MetricNames.ValidationLoss, MetricNames.TrainLoss }.Select(metric => new ObjectiveAxis(metric, Direction.Minimize));
        return losses.Prepend(axis).FirstOrDefault(one => Values(history, one.Metric).Any()) ?? axis;
    }

    /// <summary>What each candidate measured, in order; those without are left out.</summary>
    public static IEnumerable<double> Values(SearchHistory history, string metric) => history.Candidates
        .Where(entry => entry.Measurement is { Failure: null } measurement && measurement.Metrics.ContainsKey(metric))
        .Select(entry => entry.Measurement!.Metrics[metric]);

    /// <summary>The best so far after each of them.</summary>
    public static IReadOnlyList<double> Best(SearchHistory history, ObjectiveAxis axis)
    {
        Func<double, double, double> better = axis.Direction == Direction.Maximize ? Math.Max : Math.Min;
        var best = double.NaN;
        return [.. Values(history, axis.Metric).Select(value => best = double.IsNaN(best) ? value : better(best, value))];
    }
}
