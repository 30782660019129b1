using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>What was learnt of the axes of a front, each a process of its own, and of the limits.</summary>
/// <param name="axes">The axes.</param>
/// <param name="tried">Values of what was tried and keeps to the limits, in the axes' units.</param>
/// <param name="limits">Of each limit where it stands, with the limit in the same units.</param>
internal sealed class FrontModel(
    ImmutableArray<AxisProcess> axes, ImmutableArray<double[]> tried, ImmutableArray<(GaussianProcess Process, double Limit)> limits)
{
    /// <summary>Who keeps to the limits less likely than this is no candidate while others are.</summary>
    private static readonly double Hopeless = Math.Log(1e-3);

    private const double Behind = 1e12;

    /// <summary>
    /// The logarithm of what a candidate is worth: the expected hypervolume improvement over what was tried and what is pending, times
    /// the probability of keeping to each limit; that probability alone while nothing keeps to them. What is pending is drawn some times
    /// from what is believed of it, and the mean of the improvements counts, as in the sequential greedy qEHVI (Daulton et al., NeurIPS
    /// 2020, arXiv 2006.05078, section 3.4).
    /// </summary>
    /// <param name="pending">What is pending.</param>
    /// <param name="samples">How many draws of it.</param>
    /// <param name="random">Where they come from.</param>
    public Func<Architecture, double> Worth(IReadOnlyList<Architecture> pending, int samples, RandomSource random)
    {
        if (tried.IsEmpty)
        {
            return Feasible;
        }

        var ways = pending.Count == 0 ? 1 : samples;
        IAxisFutures[] futures = [.. axes.Select(axis => axis.Draw(
            pending, [.. Enumerable.Range(0, ways).Select(_ => pending.Select(_ => random.NextGaussian()).ToArray())]))];
        var reference = HypervolumeImprovement.Reference(tried, 1);
        double[][] front = [.. tried.Where(point => !tried.Any(other => Dominates(other, point)))];
        HypervolumeImprovement[] improvements = [.. Enumerable.Range(0, ways).Select(way =>
        {
            var arrived = Enumerable.Range(0, pending.Count).Select(i => futures.Select(axis => axis.Drawn[way][i]).ToArray());
            return new HypervolumeImprovement(FreeCells.Of([.. front, .. arrived], reference));
        })];
        return candidate =>
        {
            var feasible = Feasible(candidate);
            return feasible < Hopeless ? feasible - Behind : feasible + Mean(improvements, futures, candidate);
        };
    }

    private static double Mean(HypervolumeImprovement[] improvements, IAxisFutures[] futures, Architecture candidate)
    {
        var values = futures.Select(axis => axis.Predict(candidate)).ToArray();
        var logarithms = improvements.Select((one, way) => one.Log([.. values.Select(axis => (axis.Means[way], axis.Variance))]));
        return NormalLog.Sum([.. logarithms]) - Math.Log(improvements.Length);
    }

    private double Feasible(Architecture candidate)
    {
        var sum = 0.0;
        foreach (var (process, limit) in limits)
        {
            var (mean, variance) = process.Predict(candidate.Values.AsSpan());
            sum += NormalLog.LogProbability((limit - mean) / Math.Sqrt(variance));
        }

        return sum;
    }

    private static bool Dominates(double[] one, double[] other) =>
        one.Zip(other).All(pair => pair.First >= pair.Second) && one.Zip(other).Any(pair => pair.First > pair.Second);
}
