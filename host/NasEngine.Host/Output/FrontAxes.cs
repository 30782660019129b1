using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Host.Output;

/// <summary>Axes of a Pareto front from what a user says: <c>val_accuracy,macs</c>, <c>score:max,energy:min</c>.</summary>
internal static class FrontAxes
{
    /// <summary>The axes.</summary>
    /// <param name="text">Metrics with commas between them; null for those of the search.</param>
    /// <param name="objective">Those of the search.</param>
    /// <param name="measured">The metrics that its trials have.</param>
    /// <exception cref="InputException">
    /// Fewer than two, one twice, one that nothing has, or one of which nobody knows which way is better.
    /// </exception>
    public static ImmutableArray<ObjectiveAxis> Of(
        string? text, ImmutableArray<ObjectiveAxis> objective, IReadOnlyCollection<string> measured)
    {
        if (text is null)
        {
            return objective.Length >= ParetoFront.LeastAxes ? objective : throw new InputException(
                $"The search goes by {objective[0].Metric} alone, and a front needs two axes; name them: "
                + $"--axes {objective[0].Metric},{measured.FirstOrDefault(metric => metric != objective[0].Metric) ?? MetricNames.Macs}.");
        }

        var axes = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(one => Axis(one, objective, measured)).ToImmutableArray();
        return axes.Length < ParetoFront.LeastAxes ? throw new InputException(
            $"--axes '{text}' names {axes.Length} axis; a front needs two.")
            : axes.DistinctBy(axis => axis.Metric).Count() < axes.Length ? throw new InputException(
                $"--axes '{text}' names a metric twice.")
            : axes;
    }

    private static ObjectiveAxis Axis(string text, ImmutableArray<ObjectiveAxis> objective, IReadOnlyCollection<string> measured)
    {
        var (metric, said) = text.LastIndexOf(':') is > 0 and var at ? (text[..at], text[(at + 1)..]) : (text, "");
        if (!measured.Contains(metric))
        {
            throw new InputException($"No trial has a metric '{metric}': {Suggest.Instead(metric, measured)}");
        }

        return new ObjectiveAxis(metric, said switch
        {
            "max" => Direction.Maximize,
            "min" => Direction.Minimize,
            "" => objective.FirstOrDefault(axis => axis.Metric == metric)?.Direction
                ?? KnownMetrics.Better(metric) ?? throw new InputException(
                    $"Nobody says whether more of '{metric}' is better; say it: --axes {metric}:max or {metric}:min."),
            _ => throw new InputException($"'{said}' in --axes is no direction; say {metric}:max or {metric}:min."),
        });
    }
}
