using System.Collections.Immutable;

namespace NasEngine.Strategies.Sequential;

/// <summary>What a Gaussian process learnt from trials: of the score, and of each limit on what only a trial measures.</summary>
/// <param name="Score">Of the score, as targets.</param>
/// <param name="Limits">Of each limit where it stands, with the limit in the same units; empty when there is none.</param>
/// <param name="Best">The largest mean among the trials that keep to all limits; null when there is none.</param>
/// <param name="Worst">The smallest target.</param>
internal sealed record Surrogate(
    GaussianProcess Score, ImmutableArray<(GaussianProcess Process, double Limit)> Limits, double? Best, double Worst)
{
    /// <summary>The surrogate of some trials, at least one, with what is pending believed to come out at its mean.</summary>
    public static Surrogate Of(ImmutableArray<Outcome> trials, SurrogateKernels kernels, bool ranked, int[][] pending)
    {
        int[][] points = [.. trials.Select(one => one.Architecture.Values.ToArray())];
        var targets = Targets.Of([.. trials.Select(one => one.Score)], ranked);
        var score = new GaussianProcess(kernels.Score, points, targets);
        var best = trials.Where(one => one.IsFeasible)
            .Select(one => (double?)score.Predict(one.Architecture.Values.AsSpan()).Mean).DefaultIfEmpty(null).Max();
        return new Surrogate(
            score.Believing(pending),
            [
                .. kernels.Limits.Select((kernel, limit) => (Kernel: kernel, Slacks: SlackTargets.Of(trials, limit)))
                    .Where(one => one.Slacks.Points.Length > 0)
                    .Select(one => (Process(one.Kernel, one.Slacks).Believing(pending), one.Slacks.Limit)),
            ],
            best,
            targets.Min());
    }

    /// <summary>
    /// The expected improvement over the best feasible trial, times the probability of keeping to each limit (Gardner et al., ICML 2014);
    /// that probability alone while no trial is feasible.
    /// </summary>
    public double Improvement(ReadOnlySpan<int> point) =>
        Feasible(point) * (Best is { } best ? Acquisition.ExpectedImprovement(Score.Predict(point), best) : 1);

    /// <summary>The upper confidence bound above the worst target, weighted as <see cref="Improvement"/>.</summary>
    public double UpperBound(ReadOnlySpan<int> point, double kappa) =>
        Feasible(point) * (Best is null ? 1 : Acquisition.UpperBound(Score.Predict(point), kappa) - Worst);

    private double Feasible(ReadOnlySpan<int> point)
    {
        var probability = 1.0;
        foreach (var (process, limit) in Limits)
        {
            probability *= Acquisition.Within(process.Predict(point), limit);
        }

        return probability;
    }

    private static GaussianProcess Process(HammingKernel kernel, SlackTargets slacks) => new(kernel, slacks.Points, slacks.Targets);
}
