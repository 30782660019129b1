namespace NasEngine.Contracts;

/// <summary>
/// Adam (Kingma and Ba, arXiv 1412.6980, algorithm 1) over plain numbers, for the parameters that a strategy itself learns. Its
/// moments are part of the strategy's state.
/// </summary>
/// <param name="options">Step size, decays and penalty.</param>
/// <param name="count">Number of parameters.</param>
public sealed class Adam(AdamOptions options, int count)
{
    private readonly double[] _first = new double[count];
    private readonly double[] _second = new double[count];
    private long _steps;

    /// <summary>The parameters after one step up the gradient of what is maximised.</summary>
    /// <param name="parameters">As many as it was made for; left as they are.</param>
    /// <param name="gradient">One per parameter, finite.</param>
    public double[] Ascend(ReadOnlySpan<double> parameters, ReadOnlySpan<double> gradient) => Step(parameters, gradient, -1);

    /// <summary>The parameters after one step down the gradient of what is minimised.</summary>
    /// <param name="parameters">As many as it was made for; left as they are.</param>
    /// <param name="gradient">One per parameter, finite.</param>
    public double[] Descend(ReadOnlySpan<double> parameters, ReadOnlySpan<double> gradient) => Step(parameters, gradient, 1);

    /// <summary>Writes the moments.</summary>
    public void Save(StateWriter state)
    {
        state.Write(_steps);
        state.Write(_first);
        state.Write(_second);
    }

    /// <summary>The optimiser that <see cref="Save"/> wrote.</summary>
    public static Adam Restore(AdamOptions options, int count, ref StateReader state)
    {
        var adam = new Adam(options, count) { _steps = state.Int64() };
        state.Doubles(count).CopyTo(adam._first, 0);
        state.Doubles(count).CopyTo(adam._second, 0);
        return adam;
    }

    private double[] Step(ReadOnlySpan<double> parameters, ReadOnlySpan<double> gradient, int sign)
    {
        _steps++;
        var firstBias = 1 - Math.Pow(options.FirstDecay, _steps);
        var secondBias = 1 - Math.Pow(options.SecondDecay, _steps);
        var next = new double[parameters.Length];
        for (var i = 0; i < next.Length; i++)
        {
            var slope = (sign * gradient[i]) + (options.WeightDecay * parameters[i]);
            _first[i] = (options.FirstDecay * _first[i]) + ((1 - options.FirstDecay) * slope);
            _second[i] = (options.SecondDecay * _second[i]) + ((1 - options.SecondDecay) * slope * slope);
            var step = _first[i] / firstBias / (Math.Sqrt(_second[i] / secondBias) + options.Epsilon);
            next[i] = parameters[i] - (options.LearningRate * step);
        }

        return next;
    }
}
