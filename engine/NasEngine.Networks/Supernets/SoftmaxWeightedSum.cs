namespace NasEngine.Networks;

/// <summary>
/// Σ_k ω_k·g_k with ω = softmax(−s·loss), one gradient at a time: the sum is kept relative to the largest exponent so far
/// and scaled when a larger one comes (online log-sum-exp), so no exponent overflows and no gradient is kept.
/// </summary>
internal sealed class SoftmaxWeightedSum(SharedWeights shared, double scale) : IDisposable
{
    private readonly GradientSum _sum = new(shared);
    private double _largest = double.NegativeInfinity;
    private double _total;

    /// <summary>Adds the gradient of a pass with the weight of its loss; one whose loss is not finite is left out.</summary>
    public void Add(PassResult result)
    {
        var exponent = -scale * result.Loss;
        if (!double.IsFinite(exponent))
        {
            return;
        }

        if (exponent > _largest)
        {
            var shrink = Math.Exp(_largest - exponent);
            _sum.Scale(shrink);
            _total *= shrink;
            _largest = exponent;
        }

        var weight = Math.Exp(exponent - _largest);
        _sum.Add(result, weight);
        _total += weight;
    }

    /// <summary>The sum with weights that add up to one. Call once, last.</summary>
    public GradientSum Mean()
    {
        _sum.Scale(1 / _total);
        return _sum;
    }

    /// <inheritdoc/>
    public void Dispose() => _sum.Dispose();
}
