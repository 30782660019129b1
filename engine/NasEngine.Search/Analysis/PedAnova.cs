using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>
/// Importance of decisions by PED-ANOVA (Watanabe, Bansal and Hutter, IJCAI 2023, arXiv 2304.10255, theorem 1): the variance that a
/// decision alone explains of being in the top share γ of the trials, which is γ² times the Pearson divergence of its choices among the
/// top from its choices among all. Choices are categories, so that no density need be estimated; a decision that is not active is a
/// choice of its own.
/// </summary>
public static class PedAnova
{
    /// <summary>The top share γ where none is named.</summary>
    public const double DefaultTop = 0.1;

    /// <summary>Trials below which nothing is said.</summary>
    public const int Least = 20;

    private const int Resamples = 20;
    private const int ResampledAtMost = 5000;

    /// <summary>The importances in the order of the decisions; empty where there are fewer trials than <see cref="Least"/>.</summary>
    /// <param name="values">Trials × decisions, row by row; −1 where a decision is not active.</param>
    /// <param name="decisions">Number of decisions.</param>
    /// <param name="scores">One per trial, more is better; finite.</param>
    /// <param name="top">γ, between 0 and 1.</param>
    public static ImmutableArray<DecisionImportance> Of(short[] values, int decisions, double[] scores, double top = DefaultTop)
    {
        if (scores.Length < Least || decisions == 0)
        {
            return [];
        }

        var all = Enumerable.Range(0, scores.Length).ToArray();
        var shares = Shares(values, decisions, scores, all, top);
        var step = Math.Max(1, scores.Length / ResampledAtMost);
        var some = all.Where(trial => trial % step == 0).ToArray();
        var again = Enumerable.Range(0, Resamples).Select(round => Resampled(values, decisions, scores, some, top, round)).ToArray();
        return
        [
            .. shares.Select((share, decision) => new DecisionImportance(
                decision, share, Deviation([.. again.Select(one => one[decision])]))),
        ];
    }

    private static double[] Resampled(short[] values, int decisions, double[] scores, int[] trials, double top, int round)
    {
        var random = RandomSource.For(0, round, "resampled trials");
        var drawn = new int[trials.Length];
        for (var i = 0; i < drawn.Length; i++)
        {
            drawn[i] = trials[random.NextInt(trials.Length)];
        }

        return Shares(values, decisions, scores, drawn, top);
    }

    private static double[] Shares(short[] values, int decisions, double[] scores, int[] trials, double top)
    {
        var best = Best(scores, trials, top);
        var variances = Enumerable.Range(0, decisions).Select(decision => Variance(values, decisions, decision, trials, best)).ToArray();
        var sum = variances.Sum();
        return sum > 0 ? [.. variances.Select(variance => variance / sum)] : variances;
    }

    /// <summary>Whether each is among the top; among equal scores the earlier are.</summary>
    private static bool[] Best(double[] scores, int[] trials, double top)
    {
        var sorted = Array.ConvertAll(trials, trial => scores[trial]);
        Array.Sort(sorted);
        var count = (int)Math.Ceiling(top * trials.Length);
        var least = sorted[^count];
        var ties = count - sorted.AsEnumerable().Reverse().TakeWhile(score => score > least).Count();
        return Array.ConvertAll(trials, trial => scores[trial] > least || (scores[trial] == least && ties-- > 0));
    }

    /// <summary>Σ p(c)·(P(top | c) − γ)² over the choices c.</summary>
    private static double Variance(short[] values, int decisions, int decision, int[] trials, bool[] best)
    {
        var counts = new (int All, int Top)[1 + 1 + trials.Max(trial => values[trial * decisions + decision])];
        for (var i = 0; i < trials.Length; i++)
        {
            ref var count = ref counts[1 + values[trials[i] * decisions + decision]];
            count.All++;
            count.Top += best[i] ? 1 : 0;
        }

        var share = (double)best.Count(one => one) / trials.Length;
        return counts.Where(count => count.All > 0)
            .Sum(count => (double)count.All / trials.Length * Square((double)count.Top / count.All - share));
    }

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => Square(value - mean)) / (values.Length - 1));
    }

    private static double Square(double value) => value * value;
}
