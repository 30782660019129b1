using NasEngine.Contracts;

namespace NasEngine.Strategies.Evolution;

/// <summary>The networks proposed so far, in the order they were proposed.</summary>
internal sealed class Proposed(DecisionSpace decisions)
{
    private readonly HashSet<Architecture> _known = [];
    private readonly List<Architecture> _order = [];

    /// <summary>Remembers a network; false when it is known already.</summary>
    public bool Add(Architecture architecture)
    {
        if (!_known.Add(architecture))
        {
            return false;
        }

        _order.Add(architecture);
        return true;
    }

    /// <summary>Whether a network is known.</summary>
    public bool Knows(Architecture architecture) => _known.Contains(architecture);

    /// <summary>Writes all of them.</summary>
    public void Save(StateWriter state)
    {
        state.Write(_order.Count);
        foreach (var architecture in _order)
        {
            state.Write(architecture.Values.AsSpan());
        }
    }

    /// <summary>Takes what <see cref="Save"/> wrote.</summary>
    public void Restore(ref StateReader state)
    {
        _known.Clear();
        _order.Clear();
        for (var left = state.Int32(); left > 0; left--)
        {
            Add(decisions.Architecture(state.Int32s()));
        }
    }
}
