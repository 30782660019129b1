using System.Numerics.Tensors;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Learned;

/// <summary>
/// PNAS's MLP (arXiv 1712.00559, section 3.3): the mean of the tokens' embeddings, two layers with ReLU, a sigmoid. A mean knows no
/// order, and takes sequences of any length.
/// </summary>
/// <param name="tokens">How many tokens there are.</param>
/// <param name="units">Width of embeddings and layers.</param>
internal sealed class MlpSurrogate(int tokens, int units) : Surrogate
{
    private readonly Affine _first = new(tokens * units, units, units);
    private readonly Affine _second = new(tokens * units + units * (units + 1), units, units);
    private readonly Affine _last = new(tokens * units + 2 * units * (units + 1), units, 1);

    /// <inheritdoc/>
    public override int Count => _last.Start + _last.Count;

    /// <inheritdoc/>
    public override double[] Begin(RandomSource random)
    {
        var parameters = Parameters.Uniform(Count, 0.1, random);
        Spread(_first, parameters, random);
        Spread(_second, parameters, random);
        Spread(_last, parameters, random);
        return parameters;
    }

    /// <inheritdoc/>
    public override Func<int[], double> Reader(double[] parameters) => sequence => Read(parameters, sequence).Score;

    /// <inheritdoc/>
    public override void Learn(double[] parameters, int[] sequence, double target, Span<double> gradient)
    {
        var (mean, one, two, score) = Read(parameters, sequence);
        var dTwo = _last.Backward(parameters, two, [2 * (score - target) * score * (1 - score)], gradient);
        var dOne = _second.Backward(parameters, one, Where(two, dTwo), gradient);
        var dMean = _first.Backward(parameters, mean, Where(one, dOne), gradient);
        foreach (var token in sequence)
        {
            var row = gradient.Slice(token * units, units);
            TensorPrimitives.MultiplyAdd(dMean, 1.0 / sequence.Length, row, row);
        }
    }

    private (double[] Mean, double[] One, double[] Two, double Score) Read(double[] parameters, int[] sequence)
    {
        var mean = new double[units];
        foreach (var token in sequence)
        {
            TensorPrimitives.MultiplyAdd(parameters.AsSpan(token * units, units), 1.0 / sequence.Length, mean, mean);
        }

        var one = Positive(_first.Forward(parameters, mean));
        var two = Positive(_second.Forward(parameters, one));
        return (mean, one, two, Sigmoid(_last.Forward(parameters, two)[0]));
    }

    private static double[] Positive(double[] values)
    {
        TensorPrimitives.Max(values, 0.0, values);
        return values;
    }

    private static double[] Where(double[] active, double[] gradient) =>
        [.. gradient.Select((value, place) => active[place] > 0 ? value : 0)];
}
