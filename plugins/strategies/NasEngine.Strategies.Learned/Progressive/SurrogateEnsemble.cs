using System.Numerics.Tensors;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Learned;

/// <summary>
/// Surrogates each of which is trained without its share of the data; the mean of what they say is the prediction (PNAS, section 3.3).
/// Immutable.
/// </summary>
internal sealed class SurrogateEnsemble
{
    private readonly PnasOptions _options;
    private readonly Surrogate _surrogate;
    private readonly SurrogateTokens _tokens;
    private readonly double[][] _members;

    private SurrogateEnsemble(PnasOptions options, Surrogate surrogate, SurrogateTokens tokens, double[][] members) =>
        (_options, _surrogate, _tokens, _members) = (options, surrogate, tokens, members);

    /// <summary>Surrogates that have learned nothing.</summary>
    public static SurrogateEnsemble Begin(PnasOptions options, SurrogateTokens tokens, RandomSource random)
    {
        Surrogate surrogate = options.Lstm ? new LstmSurrogate(tokens.Count, options.Units) : new MlpSurrogate(tokens.Count, options.Units);
        double[][] members = [.. Enumerable.Range(0, options.Ensemble).Select(_ => surrogate.Begin(random))];
        return new SurrogateEnsemble(options, surrogate, tokens, members);
    }

    /// <summary>These, trained on with all the data there are by now.</summary>
    /// <param name="data">Architectures and targets in (0, 1).</param>
    /// <param name="rate">Adam's step size.</param>
    /// <param name="random">What shuffles.</param>
    public SurrogateEnsemble Fit(IReadOnlyList<(Architecture Architecture, double Target)> data, double rate, RandomSource random)
    {
        var items = data.Select(one => (Tokens: _tokens.Of(one.Architecture), one.Target)).ToArray();
        random.Shuffle<(int[] Tokens, double Target)>(items);
        return new SurrogateEnsemble(_options, _surrogate, _tokens, [.. _members.Select((member, number) =>
            Train(member, [.. items.Where((_, place) => items.Length == 1 || place % _members.Length != number)], rate, random))]);
    }

    /// <summary>Scores of architectures, in their order; they are read in the order of their tokens, so that those alike meet.</summary>
    public double[] Predict(IReadOnlyList<Architecture> architectures)
    {
        var scores = new double[architectures.Count];
        var sequences = architectures.Select((one, place) => (Tokens: _tokens.Of(one), Place: place)).ToArray();
        Array.Sort(sequences, (one, other) => one.Tokens.AsSpan().SequenceCompareTo(other.Tokens));
        foreach (var member in _members)
        {
            var read = _surrogate.Reader(member);
            foreach (var (tokens, place) in sequences)
            {
                scores[place] += read(tokens) / _members.Length;
            }
        }

        return scores;
    }

    /// <summary>Writes the parameters.</summary>
    public void Save(StateWriter state)
    {
        foreach (var member in _members)
        {
            state.Write(member);
        }
    }

    /// <summary>What <see cref="Save"/> wrote, in place of these.</summary>
    public SurrogateEnsemble Restore(ref StateReader state)
    {
        var members = new double[_members.Length][];
        for (var number = 0; number < members.Length; number++)
        {
            members[number] = state.Doubles(_surrogate.Count);
        }

        return new SurrogateEnsemble(_options, _surrogate, _tokens, members);
    }

    private double[] Train(double[] parameters, (int[] Tokens, double Target)[] items, double rate, RandomSource random)
    {
        var adam = new Adam(new AdamOptions(rate), parameters.Length);
        for (var epoch = 0; epoch < _options.Epochs; epoch++)
        {
            random.Shuffle<(int[] Tokens, double Target)>(items);
            foreach (var batch in items.Chunk(_options.Batch))
            {
                var gradient = new double[parameters.Length];
                foreach (var (tokens, target) in batch)
                {
                    _surrogate.Learn(parameters, tokens, target, gradient);
                }

                TensorPrimitives.Divide(gradient, batch.Length, gradient);
                parameters = adam.Descend(parameters, gradient);
            }
        }

        return parameters;
    }
}
