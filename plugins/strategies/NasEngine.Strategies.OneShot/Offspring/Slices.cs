using NasEngine.Contracts;

namespace NasEngine.Strategies.OneShot;

/// <summary>The slices measured so far, in the order they were measured.</summary>
internal sealed class Slices
{
    private readonly List<Slice> _measured = [];
    private readonly HashSet<Architecture> _known = [];

    /// <summary>How many there are.</summary>
    public int Count => _measured.Count;

    /// <summary>Whether an architecture is among them.</summary>
    public bool Knows(Architecture architecture) => _known.Contains(architecture);

    /// <summary>
    /// The first <paramref name="measured"/> of them, best first: those that keep to the constraints before others (constraint
    /// domination, Deb et al. 2002), then by score, then the one measured earlier.
    /// </summary>
    public IEnumerable<Slice> Best(int measured) => _measured.Take(measured)
        .OrderBy(slice => slice.Violation)
        .ThenByDescending(slice => slice.Score);

    /// <summary>Adds one.</summary>
    public void Add(Slice slice)
    {
        _measured.Add(slice);
        _known.Add(slice.Architecture);
    }

    /// <summary>Writes all.</summary>
    public void Save(StateWriter state)
    {
        state.Write(_measured.Count);
        foreach (var (architecture, score, violation) in _measured)
        {
            state.Write(architecture.Values.AsSpan());
            state.Write(score);
            state.Write(violation);
        }
    }

    /// <summary>Those that <see cref="Save"/> wrote.</summary>
    public static Slices Restore(DecisionSpace space, ref StateReader state)
    {
        var slices = new Slices();
        for (var left = state.Int32(); left > 0; left--)
        {
            slices.Add(new Slice(space.Architecture(state.Int32s()), state.Double(), state.Double()));
        }

        return slices;
    }
}
