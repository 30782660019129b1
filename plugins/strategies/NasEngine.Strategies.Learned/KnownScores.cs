using NasEngine.Contracts;

namespace NasEngine.Strategies.Learned;

/// <summary>Networks that were measured, in the order they were, with their last score; null for one that can have none.</summary>
internal sealed class KnownScores
{
    private readonly Dictionary<Architecture, double?> _scores = [];
    private readonly List<Architecture> _order = [];

    /// <summary>The lowest score there was; null while there is none.</summary>
    public double? Lowest { get; private set; }

    /// <summary>How many networks.</summary>
    public int Count => _order.Count;

    /// <summary>Takes note of a score.</summary>
    public void Add(Architecture network, double? score)
    {
        if (!_scores.ContainsKey(network))
        {
            _order.Add(network);
        }

        _scores[network] = score;
        Lowest = score is { } value && !(value > Lowest) ? value : Lowest;
    }

    /// <summary>Whether a network was measured, and its score.</summary>
    public bool TryGet(Architecture network, out double? score) => _scores.TryGetValue(network, out score);

    /// <summary>
    /// Those with a score, as targets of a network that ends in a sigmoid: the lowest at 0.1, the highest at 0.9, the others between
    /// them in proportion.
    /// </summary>
    public IReadOnlyList<(Architecture Network, double Target)> Targets()
    {
        var scored = _order.Where(network => _scores[network] is not null)
            .Select(network => (Network: network, Score: _scores[network]!.Value)).ToArray();
        var (low, high) = scored.Length == 0 ? (0, 0) : (scored.Min(one => one.Score), scored.Max(one => one.Score));
        return [.. scored.Select(one => (one.Network, high > low ? 0.1 + 0.8 * (one.Score - low) / (high - low) : 0.5))];
    }

    /// <summary>Writes them.</summary>
    public void Save(StateWriter state)
    {
        state.Write(Lowest ?? double.NaN);
        state.Write(_order.Count);
        foreach (var network in _order)
        {
            state.Write(network.Values.AsSpan());
            state.Write(_scores[network] ?? double.NaN);
        }
    }

    /// <summary>What <see cref="Save"/> wrote.</summary>
    public static KnownScores Restore(DecisionSpace decisions, ref StateReader state)
    {
        var known = new KnownScores();
        var lowest = Score(state.Double());
        for (var left = state.Int32(); left > 0; left--)
        {
            known.Add(decisions.Architecture(state.Int32s()), Score(state.Double()));
        }

        known.Lowest = lowest;
        return known;
    }

    private static double? Score(double value) => double.IsNaN(value) ? null : value;
}
