using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Probabilistic;

/// <summary>
/// p(A|α): a product of independent categoricals, each the softmax of its logits (PARSEC, arXiv 1902.05116).
/// Immutable. All decisions are drawn; the values of those that turn out inactive are dropped, so an architecture's
/// probability is the sum over all assignments that describe it.
/// </summary>
internal sealed class Distribution
{
    private readonly double[] _logs;
    private readonly double[] _probabilities;
    private double? _entropy;

    /// <param name="space">The space.</param>
    /// <param name="factors">Its categoricals.</param>
    /// <param name="logits">α, the parameters of all factors one after another.</param>
    public Distribution(DecisionSpace space, ImmutableArray<Factor> factors, double[] logits)
    {
        Space = space;
        Factors = factors;
        Logits = logits;
        _logs = new double[logits.Length];
        foreach (var factor in factors)
        {
            LogSpace.Normalise(logits.AsSpan(factor.Offset, factor.Count), _logs.AsSpan(factor.Offset, factor.Count));
        }

        _probabilities = Array.ConvertAll(_logs, Math.Exp);
    }

    /// <summary>The space.</summary>
    public DecisionSpace Space { get; }

    /// <summary>Its categoricals, in the order of their first decisions.</summary>
    public ImmutableArray<Factor> Factors { get; }

    /// <summary>α, unnormalised.</summary>
    public ReadOnlyMemory<double> Logits { get; }

    /// <summary>Exact entropy over architectures, nats.</summary>
    public double Entropy => _entropy ??= DistributionEntropy.Of(this);

    /// <summary>Every combination of every factor equally likely.</summary>
    public static Distribution Uniform(DecisionSpace space, ImmutableArray<Factor> factors) =>
        new(space, factors, new double[factors.Sum(factor => factor.Count)]);

    /// <summary>Log-probabilities of the combinations of a factor.</summary>
    public ReadOnlySpan<double> LogProbabilities(Factor factor) => _logs.AsSpan(factor.Offset, factor.Count);

    /// <summary>Probabilities of the combinations of a factor.</summary>
    public ReadOnlySpan<double> Probabilities(Factor factor) => _probabilities.AsSpan(factor.Offset, factor.Count);

    /// <summary>An architecture drawn from it.</summary>
    public Architecture Sample(RandomSource random)
    {
        Span<int> values = stackalloc int[Space.Decisions.Length];
        foreach (var factor in Factors)
        {
            factor.Assign(random.NextCategorical(Probabilities(factor)), values);
        }

        return Space.Architecture(values);
    }

    /// <summary>log p(A|α).</summary>
    public double LogProbability(Architecture architecture)
    {
        var values = architecture.Values.AsSpan();
        var log = 0.0;
        foreach (var factor in Factors)
        {
            log += factor.Combination(values) is { } combination
                ? LogProbabilities(factor)[combination]
                : Math.Log(Agreeing(factor, values));
        }

        return log;
    }

    /// <summary>Σ_k m_k ∇_α log p(A_k|α), the score-function gradient (PARSEC, arXiv 1902.05116; Williams, 1992).</summary>
    /// <param name="architectures">A_k.</param>
    /// <param name="weights">m_k.</param>
    public double[] Gradient(ReadOnlySpan<Architecture> architectures, ReadOnlySpan<double> weights)
    {
        var gradient = new double[Logits.Length];
        for (var k = 0; k < architectures.Length; k++)
        {
            AddGradient(architectures[k], weights[k], gradient);
        }

        return gradient;
    }

    /// <summary>
    /// Adds <paramref name="weight"/>·∇_α log p(A|α). Of a factor: the posterior of its combinations given A, minus their
    /// probabilities; that is one-hot minus p when all its decisions are active, and zero when none is.
    /// </summary>
    public void AddGradient(Architecture architecture, double weight, Span<double> gradient)
    {
        var values = architecture.Values.AsSpan();
        foreach (var factor in Factors)
        {
            var probabilities = Probabilities(factor);
            var part = gradient.Slice(factor.Offset, factor.Count);
            var only = factor.Combination(values);
            var agreeing = only is null ? Agreeing(factor, values) : 0;
            for (var i = 0; i < part.Length; i++)
            {
                var posterior = only is { } one
                    ? (i == one ? 1 : 0)
                    : factor.Agrees(i, values) ? probabilities[i] / agreeing : 0;
                part[i] += weight * (posterior - probabilities[i]);
            }
        }
    }

    private double Agreeing(Factor factor, ReadOnlySpan<int> values)
    {
        var probabilities = Probabilities(factor);
        var sum = 0.0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            sum += factor.Agrees(i, values) ? probabilities[i] : 0;
        }

        return sum;
    }
}
