using NasEngine.Contracts;

namespace NasEngine.Strategies.Learned;

/// <summary>PNAS's LSTM (arXiv 1712.00559, section 3.3): one layer reads the tokens in order, a sigmoid ends it.</summary>
internal sealed class LstmSurrogate : Surrogate
{
    private readonly TokenLstm _lstm;
    private readonly Affine _last;
    private readonly int _gates;

    /// <summary>One of so many tokens and units.</summary>
    public LstmSurrogate(int tokens, int units)
    {
        _lstm = new TokenLstm(0, tokens, 1, units);
        _last = new Affine(_lstm.End, units, 1);
        _gates = tokens * units;
    }

    /// <inheritdoc/>
    public override int Count => _last.Start + _last.Count;

    /// <inheritdoc/>
    public override double[] Begin(RandomSource random)
    {
        var parameters = Parameters.Uniform(Count, 0.1, random);
        Spread(new Affine(_gates, 2 * _last.Inputs, 4 * _last.Inputs), parameters, random);
        Spread(_last, parameters, random);
        return parameters;
    }

    /// <summary>Reads only what differs from the sequence before, from the first different token on.</summary>
    public override Func<int[], double> Reader(double[] parameters)
    {
        var read = new List<(int Token, LstmStep[] State)>();
        return sequence =>
        {
            var same = 0;
            while (same < read.Count && same < sequence.Length && read[same].Token == sequence[same])
            {
                same++;
            }

            read.RemoveRange(same, read.Count - same);
            foreach (var token in sequence[same..])
            {
                read.Add((token, _lstm.Read(parameters, token, read.Count == 0 ? null : read[^1].State)));
            }

            return Score(parameters, read[^1].State);
        };
    }

    /// <inheritdoc/>
    public override void Learn(double[] parameters, int[] sequence, double target, Span<double> gradient)
    {
        var states = new List<LstmStep[]>();
        foreach (var token in sequence)
        {
            states.Add(_lstm.Read(parameters, token, states.Count == 0 ? null : states[^1]));
        }

        var score = Score(parameters, states[^1]);
        var dHidden = new double[]?[sequence.Length];
        dHidden[^1] = _last.Backward(parameters, states[^1][^1].Hidden, [2 * (score - target) * score * (1 - score)], gradient);
        _lstm.Backward(parameters, sequence, states, dHidden, gradient);
    }

    private double Score(double[] parameters, LstmStep[] state) => Sigmoid(_last.Forward(parameters, state[^1].Hidden)[0]);
}
