using System.Collections.Immutable;

namespace NasEngine.Strategies.Sequential;

/// <summary>The kernels of a <see cref="Surrogate"/>, fitted to trials.</summary>
/// <param name="Score">Of the score.</param>
/// <param name="Limits">Of each limit on what only a trial measures.</param>
internal sealed record SurrogateKernels(HammingKernel Score, ImmutableArray<HammingKernel> Limits)
{
    /// <summary>The most trials that hyperparameters are fitted to: the newest and the best.</summary>
    private const int Most = 100;

    /// <summary>Trials between two fits, as a share of those that were fitted to.</summary>
    private const double Growth = 1.25;

    /// <summary>The kernels that fit some trials, for a space of so many decisions; the prior ones without trials.</summary>
    public static SurrogateKernels Fit(ImmutableArray<Outcome> trials, int decisions, int limits, bool ranked)
    {
        trials = ModelledTrials.AtMost(trials, Most);
        int[][] points = [.. trials.Select(one => one.Architecture.Values.ToArray())];
        return new SurrogateKernels(
            Fit(points, Targets.Of([.. trials.Select(one => one.Score)], ranked), decisions),
            [
                .. Enumerable.Range(0, limits).Select(limit => SlackTargets.Of(trials, limit))
                    .Select(slacks => Fit(slacks.Points, slacks.Targets, decisions)),
            ]);
    }

    /// <summary>
    /// The number of trials that hyperparameters are fitted to when there are <paramref name="count"/>, at least 1: 1, 2, 3, 4, 5, 6, 7, 8,
    /// 10, 12, 15 and so on.
    /// </summary>
    public static int FittedTo(int count)
    {
        var next = 1;
        for (var last = 1; ; last = next)
        {
            next = Math.Max(last + 1, (int)(Growth * last));
            if (next > count)
            {
                return last;
            }
        }
    }

    /// <summary>The kernel that fits; the prior one without points.</summary>
    public static HammingKernel Fit(int[][] points, double[] targets, int decisions) =>
        points.Length == 0 ? HyperparameterFit.Prior(decisions) : HyperparameterFit.Fit(points, targets);
}
