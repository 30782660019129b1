using NasEngine.Contracts;

namespace NasEngine.Strategies.MultiFidelity.Asha;

/// <summary>The rungs of ASHA, and which trials belong to which.</summary>
internal sealed class Ladder
{
    private readonly Rung[] _rungs;
    private readonly SortedDictionary<long, int> _pending = [];

    private Ladder(Rung[] rungs) => _rungs = rungs;

    /// <summary>Nobody on any of its rungs.</summary>
    /// <param name="rungs">How many, at least 1.</param>
    public Ladder(int rungs)
        : this([.. Enumerable.Range(0, rungs).Select(_ => new Rung())])
    {
    }

    /// <summary>The rungs, lowest first.</summary>
    public IReadOnlyList<Rung> Rungs => _rungs;

    /// <summary>Those below the highest rung who did not go up.</summary>
    public IEnumerable<Entrant> Waiting => _rungs[..^1].SelectMany(rung => rung.Waiting);

    /// <summary>
    /// Who goes up next (arXiv 1810.05934, algorithm 2, <c>get_job</c>): from the highest rung that has one, the best of its top
    /// ⌊measured / η⌋ who did not go up yet; null when nobody may.
    /// </summary>
    public (Entrant Entrant, int From)? Promotable(int eta)
    {
        for (var rung = _rungs.Length - 2; rung >= 0; rung--)
        {
            if (_rungs[rung].Promotable(eta) is { } best)
            {
                return (best, rung);
            }
        }

        return null;
    }

    /// <summary>The best of those waiting on a rung goes up, as trial <paramref name="number"/>.</summary>
    public void Promote(int from, long number)
    {
        _rungs[from].Promote();
        _pending.Add(number, from + 1);
    }

    /// <summary>A newcomer in the lowest rung.</summary>
    public void Add(long number) => _pending.Add(number, 0);

    /// <summary>A trial is over; without a score it is on no rung.</summary>
    public void Observe(long number, Architecture architecture, double? score)
    {
        if (_pending.Remove(number, out var rung) && score is { } value)
        {
            _rungs[rung].Add(new Entrant(number, architecture, value));
        }
    }

    /// <summary>Writes it.</summary>
    public void Save(StateWriter state)
    {
        state.Write(_rungs.Length);
        foreach (var rung in _rungs)
        {
            rung.Save(state);
        }

        state.Write([.. _pending.Values]);
        foreach (var number in _pending.Keys)
        {
            state.Write(number);
        }
    }

    /// <summary>What <see cref="Save"/> wrote.</summary>
    /// <exception cref="InputException">It was of another number of rungs.</exception>
    public static Ladder Restore(int rungs, DecisionSpace decisions, ref StateReader state)
    {
        var saved = state.Int32();
        if (saved != rungs)
        {
            throw new InputException(
                $"The saved state of strategy 'asha' has {saved} rungs, and its options make {rungs}; set eta, minEpochs and maxEpochs as "
                + "they were.");
        }

        var ladder = new Ladder(new Rung[rungs]);
        for (var rung = 0; rung < rungs; rung++)
        {
            ladder._rungs[rung] = Rung.Restore(decisions, ref state);
        }

        foreach (var rung in state.Int32s())
        {
            ladder._pending.Add(state.Int64(), rung);
        }

        return ladder;
    }
}
