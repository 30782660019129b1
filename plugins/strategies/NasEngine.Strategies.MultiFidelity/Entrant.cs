using NasEngine.Contracts;

namespace NasEngine.Strategies.MultiFidelity;

/// <summary>An architecture that was measured in a rung.</summary>
/// <param name="Number">Number of that trial.</param>
/// <param name="Architecture">What was trained.</param>
/// <param name="Score">The objective's score, finite; higher is better.</param>
internal sealed record Entrant(long Number, Architecture Architecture, double Score)
{
    /// <summary>Best first; of equals, who was proposed first.</summary>
    public static IComparer<Entrant> BestFirst { get; } = Comparer<Entrant>.Create((one, other) =>
        other.Score.CompareTo(one.Score) is var better and not 0 ? better : one.Number.CompareTo(other.Number));

    /// <summary>Writes it.</summary>
    public void Save(StateWriter state)
    {
        state.Write(Number);
        state.Write(Architecture.Values.AsSpan());
        state.Write(Score);
    }

    /// <summary>Writes some of them.</summary>
    public static void Save(IReadOnlyCollection<Entrant> entrants, StateWriter state)
    {
        state.Write(entrants.Count);
        foreach (var entrant in entrants)
        {
            entrant.Save(state);
        }
    }

    /// <summary>What <see cref="Save(IReadOnlyCollection{Entrant}, StateWriter)"/> wrote.</summary>
    public static List<Entrant> Restore(DecisionSpace decisions, ref StateReader state)
    {
        var entrants = new List<Entrant>();
        for (var left = state.Int32(); left > 0; left--)
        {
            entrants.Add(new Entrant(state.Int64(), decisions.Architecture(state.Int32s()), state.Double()));
        }

        return entrants;
    }
}
