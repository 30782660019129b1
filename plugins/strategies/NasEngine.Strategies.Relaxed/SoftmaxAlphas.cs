using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed;

/// <summary>
/// α: a logit per choice of every decision, one decision after another; a choice weighs softmax(α) (DARTS,
/// arXiv 1806.09055, eq. 2). Immutable.
/// </summary>
internal sealed class SoftmaxAlphas
{
    private readonly DecisionSpace _space;
    private readonly double[] _logits;

    /// <param name="space">The decisions that are weighed.</param>
    /// <param name="logits">One per choice, in the order of the decisions.</param>
    public SoftmaxAlphas(DecisionSpace space, double[] logits)
    {
        (_space, _logits) = (space, logits);
        Weights = space.Decisions.ToImmutableSortedDictionary(
            decision => decision.Name, decision => Softmax(Of(decision, logits)), StringComparer.Ordinal);
    }

    /// <summary>All logits.</summary>
    public ReadOnlySpan<double> Logits => _logits;

    /// <summary>softmax(α) by decision.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<double>> Weights { get; }

    /// <summary>Σ over decisions of −Σ p·log p, nats.</summary>
    public double Entropy => -Weights.Values.Sum(weights => weights.Where(weight => weight > 0).Sum(weight => weight * Math.Log(weight)));

    /// <summary>How many logits a space has.</summary>
    public static int Count(DecisionSpace space) => space.Decisions.Sum(decision => decision.Count);

    /// <summary>Independent normal logits around 0.</summary>
    public static SoftmaxAlphas Drawn(DecisionSpace space, double spread, RandomSource random) =>
        new(space, [.. Enumerable.Range(0, Count(space)).Select(_ => spread * random.NextGaussian())]);

    /// <summary>Every choice of every decision at its weight.</summary>
    public Mixture Mixture(string space) =>
        Weights.Aggregate(Contracts.Mixture.Of(space), (mixture, pair) => mixture.With(pair.Key, pair.Value.AsSpan()));

    /// <summary>The logits by decision.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<double>> Named() => _space.Decisions.ToImmutableSortedDictionary(
        decision => decision.Name, decision => ImmutableArray.Create(Of(decision, _logits)), StringComparer.Ordinal);

    /// <summary>The gradient by the logits, of that by the weights: p_i·(g_i − Σ_j p_j·g_j).</summary>
    /// <param name="byWeight">∂loss/∂weight of a decision, one per choice.</param>
    public double[] Gradient(Func<string, ImmutableArray<double>> byWeight)
    {
        var gradient = new List<double>(_logits.Length);
        foreach (var decision in _space.Decisions)
        {
            var (weights, slopes) = (Weights[decision.Name], byWeight(decision.Name));
            var mean = weights.Zip(slopes, (weight, slope) => weight * slope).Sum();
            gradient.AddRange(weights.Zip(slopes, (weight, slope) => weight * (slope - mean)));
        }

        return [.. gradient];
    }

    private ReadOnlySpan<double> Of(Decision decision, double[] logits)
    {
        var start = _space.Decisions.TakeWhile(other => other != decision).Sum(other => other.Count);
        return logits.AsSpan(start, decision.Count);
    }

    private static ImmutableArray<double> Softmax(ReadOnlySpan<double> logits)
    {
        var largest = double.NegativeInfinity;
        foreach (var logit in logits)
        {
            largest = Math.Max(largest, logit);
        }

        var weights = new double[logits.Length];
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] = Math.Exp(logits[i] - largest);
        }

        return [.. weights.Select(weight => weight / sum)];
    }
}
