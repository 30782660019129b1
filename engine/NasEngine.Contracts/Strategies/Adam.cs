using NasEngine.Contracts;

namespace NasEngine.Strategies.Probabilistic;

/// <summary>Adam (Kingma and Ba, arXiv 1412.6980, algorithm 1), going uphill, with its moments.</summary>
internal sealed class Adam(AdamOptions options, int count)
{
    private readonly double[] _first = new double[count];
    private readonly double[] _second = new double[count];
    private long _steps;

    /// <summary>The parameters after one step along the gradient.</summary>
    public double[] Ascend(ReadOnlySpan<double> parameters, ReadOnlySpan<double> gradient)
    {
        _steps++;
        var firstBias = 1 - Math.Pow(options.FirstDecay, _steps);
        var secondBias = 1 - Math.Pow(options.SecondDecay, _steps);
        var next = new double[parameters.Length];
        for (var i = 0; i < next.Length; i++)
        {
            _first[i] = options.FirstDecay * _first[i] + (1 - options.FirstDecay) * gradient[i];
            _second[i] = options.SecondDecay * _second[i] + (1 - options.SecondDecay) * gradient[i] * gradient[i];
            var step = _first[i] / firstBias / (Math.Sqrt(_second[i] / secondBias) + options.Epsilon);
            next[i] = parameters[i] + options.LearningRate * step;
        }

        return next;
    }

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
}
