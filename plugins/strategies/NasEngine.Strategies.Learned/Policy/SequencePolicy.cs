using System.Numerics.Tensors;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Learned;

/// <summary>
/// A distribution over architectures: decision after decision, an LSTM reads the choice before and a softmax over its output gives the
/// probabilities of the next one (Zoph and Le, ICLR 2017, arXiv 1611.01578, section 3.1). Decisions that are not active and those with
/// one choice are left out.
/// </summary>
internal sealed class SequencePolicy
{
    private readonly DecisionSpace _decisions;
    private readonly Tokens _tokens;
    private readonly TokenLstm _lstm;
    private readonly Affine[] _heads;
    private readonly Func<Decision, LogitBound> _bound;

    /// <summary>A policy over a space.</summary>
    /// <param name="decisions">The space.</param>
    /// <param name="layers">Layers of the LSTM.</param>
    /// <param name="units">Units of a layer.</param>
    /// <param name="bound">What is made of a decision's outputs; null leaves them.</param>
    public SequencePolicy(DecisionSpace decisions, int layers, int units, Func<Decision, LogitBound>? bound = null)
    {
        _bound = bound ?? (_ => LogitBound.None);
        (_decisions, _tokens) = (decisions, new Tokens(decisions));
        _lstm = new TokenLstm(0, _tokens.Count, layers, units);
        _heads = new Affine[decisions.Decisions.Length];
        Count = _lstm.End;
        for (var number = 0; number < _heads.Length; number++)
        {
            _heads[number] = new Affine(Count, units, decisions.Decisions[number].Count);
            Count += _heads[number].Count;
        }
    }

    /// <summary>Parameters in all.</summary>
    public int Count { get; }

    /// <summary>Draws an architecture.</summary>
    public Episode Draw(ReadOnlySpan<double> parameters, RandomSource random) =>
        Go(parameters, (_, probabilities) => random.NextCategorical(probabilities));

    /// <summary>What the policy says of an architecture.</summary>
    public Episode Of(ReadOnlySpan<double> parameters, Architecture architecture) =>
        Go(parameters, (number, _) => architecture.Values[number]);

    /// <summary>The architecture of the likeliest choice after those before it, the first of equals, decision by decision.</summary>
    public Episode Greedy(ReadOnlySpan<double> parameters) =>
        Go(parameters, (_, probabilities) => Array.IndexOf(probabilities, probabilities.Max()));

    /// <summary>
    /// Adds to <paramref name="gradient"/> the gradient by the parameters of what has the gradients <paramref name="dLogits"/> by the
    /// logits of the episode's decisions; these are changed.
    /// </summary>
    public void Backward(ReadOnlySpan<double> parameters, Episode episode, double[][] dLogits, Span<double> gradient)
    {
        var dHidden = new double[]?[dLogits.Length];
        for (var place = 0; place < dLogits.Length; place++)
        {
            var hidden = episode.Steps[place][^1].Hidden;
            TensorPrimitives.Multiply<double>(dLogits[place], episode.Slopes[place], dLogits[place]);
            dHidden[place] = _heads[episode.Decisions[place]].Backward(parameters, hidden, dLogits[place], gradient);
        }

        _lstm.Backward(parameters, episode.Tokens, episode.Steps, dHidden, gradient);
    }

    private Episode Go(ReadOnlySpan<double> parameters, Func<int, double[], int> choose)
    {
        var values = new int[_heads.Length];
        var episode = new Episode();
        LstmStep[]? state = null;
        var token = Tokens.Begin;
        for (var number = 0; number < values.Length; number++)
        {
            if (!_decisions.IsActive(number, values))
            {
                values[number] = Architecture.Inactive;
            }
            else if (_decisions.Decisions[number].Count > 1)
            {
                state = _lstm.Read(parameters, token, state);
                var bound = _bound(_decisions.Decisions[number]);
                double[] logits = [.. _heads[number].Forward(parameters, state[^1].Hidden).Select(bound.Of)];
                double[] slopes = [.. logits.Select(bound.Slope)];
                TensorPrimitives.SoftMax<double>(Lowered(logits), logits);
                values[number] = choose(number, logits);
                episode.Add(number, token, state, logits, slopes, values[number]);
                token = _tokens.Of(number, values[number]);
            }
        }

        episode.Architecture = _decisions.Architecture(values);
        return episode;
    }

    /// <summary>Logits with the largest at 0, so that none overflows.</summary>
    private static double[] Lowered(double[] logits)
    {
        TensorPrimitives.Subtract(logits, TensorPrimitives.Max<double>(logits), logits);
        return logits;
    }
}
