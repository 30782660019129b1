using System.Numerics;
using System.Runtime.InteropServices;

namespace NasEngine.Strategies.Sequential;

/// <summary>
/// A perceptron over plain numbers with its gradients. What it computes with a batch lies unit by unit, the samples of the batch side
/// by side, so that a processor's vectors go over samples.
/// </summary>
internal sealed class Mlp
{
    /// <summary>Vectors that are summed up side by side.</summary>
    private const int Abreast = 4;

    private readonly MlpShape _shape;
    private readonly int _stride;
    private readonly float[][] _units;
    private readonly float[][] _pulls;

    /// <summary>Makes it for batches of at most so many samples.</summary>
    public Mlp(MlpShape shape, int batch)
    {
        _shape = shape;
        var block = Abreast * Vector<float>.Count;
        _stride = (batch + block - 1) / block * block;
        _units = [.. Enumerable.Range(0, shape.Layers + 1).Select(layer => new float[shape.Units(layer) * _stride])];
        _pulls = [.. Enumerable.Range(0, shape.Layers + 1).Select(layer => new float[shape.Units(layer) * _stride])];
    }

    /// <summary>The output of a sample of the last batch.</summary>
    public float Output(int output, int sample) => _units[^1][(output * _stride) + sample];

    /// <summary>Computes a batch.</summary>
    /// <param name="parameters">Weights and biases, see <see cref="MlpShape.Parameters"/>.</param>
    /// <param name="codes">The places of the ones of each sample.</param>
    public void Forward(ReadOnlySpan<float> parameters, ReadOnlySpan<int[]> codes)
    {
        First(parameters, codes);
        for (var layer = 1; layer <= _shape.Layers; layer++)
        {
            var weights = parameters[_shape.Start(layer)..];
            var biases = weights[(_shape.Width * _shape.Units(layer))..];
            for (var unit = 0; unit < _shape.Units(layer); unit++)
            {
                var incoming = weights.Slice(unit * _shape.Width, _shape.Width);
                Combine(_units[layer - 1], incoming, 1, biases[unit], Unit(_units, layer, unit), layer < _shape.Layers);
            }
        }
    }

    /// <summary>
    /// The gradient of a loss by the parameters, for the batch that <see cref="Forward"/> computed last.
    /// </summary>
    /// <param name="parameters">The same as there.</param>
    /// <param name="codes">The same as there.</param>
    /// <param name="slopes">∂loss/∂output: output by output, sample by sample.</param>
    /// <param name="gradient">Set to the gradient; as long as the parameters.</param>
    public void Backward(ReadOnlySpan<float> parameters, ReadOnlySpan<int[]> codes, ReadOnlySpan<float> slopes, Span<float> gradient)
    {
        for (var output = 0; output < _shape.Outputs; output++)
        {
            var pull = Unit(_pulls, _shape.Layers, output);
            pull.Clear();
            slopes.Slice(output * codes.Length, codes.Length).CopyTo(pull);
        }

        for (var layer = _shape.Layers; layer >= 1; layer--)
        {
            var start = _shape.Start(layer);
            var units = _shape.Units(layer);
            for (var unit = 0; unit < units; unit++)
            {
                var pull = Unit(_pulls, layer, unit);
                gradient[start + (units * _shape.Width) + unit] = Sum(pull);
                for (var below = 0; below < _shape.Width; below++)
                {
                    gradient[start + (unit * _shape.Width) + below] = Dot(pull, Unit(_units, layer - 1, below));
                }
            }

            for (var below = 0; below < _shape.Width; below++)
            {
                var pull = Unit(_pulls, layer - 1, below);
                Combine(_pulls[layer], parameters.Slice(start + below, ((units - 1) * _shape.Width) + 1), _shape.Width, 0, pull, false);
                Stop(pull, Unit(_units, layer - 1, below));
            }
        }

        FirstGradient(codes, gradient);
    }

    /// <summary>The first layer adds up the weights of the ones; inputs that are zero cost nothing.</summary>
    private void First(ReadOnlySpan<float> parameters, ReadOnlySpan<int[]> codes)
    {
        var width = _shape.Width;
        var biases = parameters.Slice(_shape.Inputs * width, width);
        var units = _units[0];
        for (var sample = 0; sample < _stride; sample++)
        {
            for (var unit = 0; unit < width; unit++)
            {
                var sum = biases[unit];
                foreach (var place in sample < codes.Length ? codes[sample] : [])
                {
                    sum += parameters[(place * width) + unit];
                }

                units[(unit * _stride) + sample] = Math.Max(0, sum);
            }
        }
    }

    private void FirstGradient(ReadOnlySpan<int[]> codes, Span<float> gradient)
    {
        var width = _shape.Width;
        var pulls = _pulls[0];
        gradient[..(_shape.Inputs * width)].Clear();
        for (var unit = 0; unit < width; unit++)
        {
            gradient[(_shape.Inputs * width) + unit] = Sum(Unit(_pulls, 0, unit));
            for (var sample = 0; sample < codes.Length; sample++)
            {
                foreach (var place in codes[sample])
                {
                    gradient[(place * width) + unit] += pulls[(unit * _stride) + sample];
                }
            }
        }
    }

    /// <summary>
    /// One unit of a layer for all samples: the bias and the sum of units weighted by every <paramref name="step"/>-th weight; with ReLU if
    /// so.
    /// </summary>
    private void Combine(float[] units, ReadOnlySpan<float> weights, int step, float bias, Span<float> result, bool rectified)
    {
        var from = MemoryMarshal.Cast<float, Vector<float>>(units);
        var to = MemoryMarshal.Cast<float, Vector<float>>(result);
        for (var at = 0; at < to.Length; at += Abreast)
        {
            Vector<float> one = new(bias), two = one, three = one, four = one;
            for (int unit = 0, place = at; unit * step < weights.Length; unit++, place += to.Length)
            {
                var weight = new Vector<float>(weights[unit * step]);
                one = Vector.FusedMultiplyAdd(weight, from[place], one);
                two = Vector.FusedMultiplyAdd(weight, from[place + 1], two);
                three = Vector.FusedMultiplyAdd(weight, from[place + 2], three);
                four = Vector.FusedMultiplyAdd(weight, from[place + 3], four);
            }

            to[at] = rectified ? Vector.Max(one, default) : one;
            to[at + 1] = rectified ? Vector.Max(two, default) : two;
            to[at + 2] = rectified ? Vector.Max(three, default) : three;
            to[at + 3] = rectified ? Vector.Max(four, default) : four;
        }
    }

    /// <summary>Lets no pull through where the unit is not active.</summary>
    private static void Stop(Span<float> pull, ReadOnlySpan<float> unit)
    {
        var pulls = MemoryMarshal.Cast<float, Vector<float>>(pull);
        var units = MemoryMarshal.Cast<float, Vector<float>>(unit);
        for (var i = 0; i < pulls.Length; i++)
        {
            pulls[i] = Vector.ConditionalSelect(Vector.GreaterThan(units[i], default), pulls[i], default);
        }
    }

    private static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var left = MemoryMarshal.Cast<float, Vector<float>>(one);
        var right = MemoryMarshal.Cast<float, Vector<float>>(other);
        var sum = left[0] * right[0];
        for (var i = 1; i < left.Length; i++)
        {
            sum = Vector.FusedMultiplyAdd(left[i], right[i], sum);
        }

        return Vector.Sum(sum);
    }

    private static float Sum(ReadOnlySpan<float> values)
    {
        var sum = Vector<float>.Zero;
        foreach (var value in MemoryMarshal.Cast<float, Vector<float>>(values))
        {
            sum += value;
        }

        return Vector.Sum(sum);
    }

    private Span<float> Unit(float[][] layers, int layer, int unit) => layers[layer].AsSpan(unit * _stride, _stride);
}
