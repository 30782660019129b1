using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Tests.Relaxed;

/// <summary>The loss ½·Σ(w − c)² of a mixture's weights w, over the choices that are listed; its gradient is w − c.</summary>
internal sealed class Quadratic(ImmutableSortedDictionary<string, ImmutableArray<double>> best)
{
    /// <summary>That of <see cref="SkippingSpace"/> with the given best choice of each edge at 1 and the others at 0.</summary>
    public static Quadratic Best(params int[] choices) => new(choices
        .Select((choice, edge) => KeyValuePair.Create(
            $"edge{edge}", Enumerable.Range(0, 3).Select(one => one == choice ? 1.0 : 0).ToImmutableArray()))
        .ToImmutableSortedDictionary(StringComparer.Ordinal));

    public Measurement Measure(Candidate candidate)
    {
        var step = (SupernetStep)candidate.Work;
        var measured = new Measurement();
        foreach (var (route, number) in step.Validate.Select((route, number) => (route, number)))
        {
            measured = ((Mixture)route).Decisions.Aggregate(
                measured.With(MetricNames.ValidationLoss, Loss((Mixture)route)),
                (report, pair) => report.With(
                    SeriesNames.ValidationGradient(number, pair.Key), [.. pair.Value.Select(one => one.Weight - best[pair.Key][one.Choice])]));
        }

        return measured;
    }

    private double Loss(Mixture mixture) => mixture.Decisions.Sum(pair => pair.Value.Sum(one =>
        0.5 * (one.Weight - best[pair.Key][one.Choice]) * (one.Weight - best[pair.Key][one.Choice])));
}
