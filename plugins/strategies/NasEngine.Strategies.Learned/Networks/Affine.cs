using System.Numerics.Tensors;

namespace NasEngine.Strategies.Learned;

/// <summary>y = W·x + b, its weights and biases a range of one list of parameters: W row by row, then b.</summary>
/// <param name="Start">Where the range begins.</param>
/// <param name="Inputs">Length of x.</param>
/// <param name="Outputs">Length of y.</param>
internal readonly record struct Affine(int Start, int Inputs, int Outputs)
{
    /// <summary>Parameters in all.</summary>
    public int Count => Outputs * (Inputs + 1);

    /// <summary>Where the biases begin.</summary>
    public int Biases => Start + Outputs * Inputs;

    /// <summary>y of x.</summary>
    public double[] Forward(ReadOnlySpan<double> parameters, ReadOnlySpan<double> x)
    {
        var y = new double[Outputs];
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = parameters[Biases + i] + TensorPrimitives.Dot(parameters.Slice(Start + i * Inputs, Inputs), x);
        }

        return y;
    }

    /// <summary>The gradient by x, and that by the parameters added to <paramref name="gradient"/>, from the one by y.</summary>
    public double[] Backward(ReadOnlySpan<double> parameters, ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> gradient)
    {
        var dx = new double[Inputs];
        for (var i = 0; i < dy.Length; i++)
        {
            var row = gradient.Slice(Start + i * Inputs, Inputs);
            TensorPrimitives.MultiplyAdd(x, dy[i], row, row);
            TensorPrimitives.MultiplyAdd(parameters.Slice(Start + i * Inputs, Inputs), dy[i], dx, dx);
            gradient[Biases + i] += dy[i];
        }

        return dx;
    }
}
