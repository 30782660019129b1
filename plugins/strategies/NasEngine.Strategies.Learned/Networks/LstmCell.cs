using System.Numerics.Tensors;

namespace NasEngine.Strategies.Learned;

/// <summary>
/// One layer of a long short-term memory (Hochreiter and Schmidhuber, 1997, with the forget gate of Gers et al., 2000):
/// i, f, o = σ(W·[x; h] + b), g = tanh(W·[x; h] + b), c' = f·c + i·g, h' = o·tanh c'.
/// </summary>
/// <param name="Gates">The gates before their functions, in the order i, f, o, g.</param>
internal readonly record struct LstmCell(Affine Gates)
{
    /// <summary>A cell whose parameters begin at <paramref name="start"/>.</summary>
    public static LstmCell At(int start, int inputs, int units) => new(new Affine(start, inputs + units, 4 * units));

    /// <summary>Length of h and c.</summary>
    public int Units => Gates.Outputs / 4;

    /// <summary>One step from the state after <paramref name="before"/>; null for zeros.</summary>
    public LstmStep Forward(ReadOnlySpan<double> parameters, ReadOnlySpan<double> x, LstmStep? before)
    {
        var units = Units;
        var input = new double[Gates.Inputs];
        x.CopyTo(input);
        before?.Hidden.CopyTo(input, x.Length);
        var gates = Gates.Forward(parameters, input);
        TensorPrimitives.Sigmoid(gates.AsSpan(0, 3 * units), gates.AsSpan(0, 3 * units));
        TensorPrimitives.Tanh(gates.AsSpan(3 * units), gates.AsSpan(3 * units));
        var (cell, squashed, hidden) = (new double[units], new double[units], new double[units]);
        TensorPrimitives.Multiply(gates.AsSpan(0, units), gates.AsSpan(3 * units), cell);
        if (before is not null)
        {
            TensorPrimitives.MultiplyAdd(gates.AsSpan(units, units), before.Cell, cell, cell);
        }

        TensorPrimitives.Tanh<double>(cell, squashed);
        TensorPrimitives.Multiply(gates.AsSpan(2 * units, units), squashed, hidden);
        return new LstmStep(input, gates, before?.Cell, cell, squashed, hidden);
    }

    /// <summary>
    /// The gradients by x and by the state before, from those by h' and c'; those by the parameters are added to
    /// <paramref name="gradient"/>.
    /// </summary>
    public (double[] Input, double[] Hidden, double[] Cell) Backward(
        ReadOnlySpan<double> parameters, LstmStep step, ReadOnlySpan<double> dHidden, ReadOnlySpan<double> dCell, Span<double> gradient)
    {
        var units = Units;
        var (dGates, dBefore) = (new double[4 * units], new double[units]);
        for (var u = 0; u < units; u++)
        {
            var (i, f, o, g) = (step.Gates[u], step.Gates[units + u], step.Gates[2 * units + u], step.Gates[3 * units + u]);
            var squashed = step.Squashed[u];
            var dc = dCell[u] + dHidden[u] * o * (1 - squashed * squashed);
            dGates[u] = dc * g * i * (1 - i);
            dGates[units + u] = dc * (step.Before is null ? 0 : step.Before[u]) * f * (1 - f);
            dGates[2 * units + u] = dHidden[u] * squashed * o * (1 - o);
            dGates[3 * units + u] = dc * i * (1 - g * g);
            dBefore[u] = dc * f;
        }

        var dInput = Gates.Backward(parameters, step.Input, dGates, gradient);
        return (dInput[..^units], dInput[^units..], dBefore);
    }
}
