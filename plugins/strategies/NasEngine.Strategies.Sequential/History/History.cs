using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>
/// All trials observed so far, in order. It is the whole state of the strategies here: what they propose follows from it, from what
/// is pending and from the candidate's random numbers.
/// </summary>
internal sealed class History
{
    private readonly List<Outcome> _outcomes = [];
    private readonly HashSet<Architecture> _architectures = [];

    /// <summary>What came of the trials, in the order in which they were observed.</summary>
    public IReadOnlyList<Outcome> Outcomes => _outcomes;

    /// <summary>How many of them have values.</summary>
    public int Measured { get; private set; }

    /// <summary>Whether a trial of this architecture was observed.</summary>
    public bool Holds(Architecture canonical) => _architectures.Contains(canonical);

    /// <summary>Takes note of an outcome.</summary>
    public void Add(Outcome outcome)
    {
        _outcomes.Add(outcome);
        _architectures.Add(outcome.Architecture);
        Measured += outcome.IsMeasured ? 1 : 0;
    }

    /// <summary>Writes it.</summary>
    public void Save(StateWriter state)
    {
        state.Write(_outcomes.Count);
        foreach (var outcome in _outcomes)
        {
            state.Write(outcome.Architecture.Values.AsSpan());
            state.Write(outcome.Values.AsSpan());
            state.Write(outcome.Violation);
            state.Write(outcome.Slacks.AsSpan());
            state.Write(outcome.IsItsFault);
        }
    }

    /// <summary>What <see cref="Save"/> wrote.</summary>
    public static History Restore(DecisionSpace decisions, ref StateReader state)
    {
        var history = new History();
        for (var left = state.Int32(); left > 0; left--)
        {
            history.Add(new Outcome(
                decisions.Architecture(state.Int32s()), [.. state.Doubles()], state.Double(), [.. state.Doubles()], state.Flag()));
        }

        return history;
    }
}
