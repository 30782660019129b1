using NasEngine.Contracts;

namespace NasEngine.Strategies.MultiFidelity.Asha;

/// <summary>The rungs of ASHA: who was measured in each, and who went up from it.</summary>
internal sealed class Ladder
{
    private readonly List<Entrant>[] _measured;
    private readonly HashSet<long>[] _promoted;
    private readonly SortedDictionary<long, int> _pending = [];

    /// <summary>Nobody on any of its rungs.</summary>
    /// <param name="rungs">How many, at least 1.</param>
    public Ladder(int rungs)
    {
        _measured = [.. Enumerable.Range(0, rungs).Select(_ => new List<Entrant>())];
        _promoted = [.. Enumerable.Range(0, rungs).Select(_ => new HashSet<long>())];
    }

    /// <summary>Rungs.</summary>
    public int Count => _measured.Length;

    /// <summary>How many were measured in a rung.</summary>
    public int MeasuredIn(int rung) => _measured[rung].Count;

    /// <summary>Numbers of those below the highest rung who did not go up.</summary>
    public IEnumerable<long> Waiting =>
        Enumerable.Range(0, Count - 1).SelectMany(rung => _measured[rung].Select(one => one.Number).Where(number => !_promoted[rung].Contains(number)));

    /// <summary>
    /// Who goes up next (arXiv 1810.05934, algorithm 2, <c>get_job</c>): from the highest rung that has one, the best of its top
    /// ⌊measured / η⌋ who did not go up yet; null when nobody may.
    /// </summary>
    public (Entrant Entrant, int From)? Promotable(int eta)
    {
        for (var rung = Count - 2; rung >= 0; rung--)
        {
            var top = Entrant.Ranked(_measured[rung]).Take(_measured[rung].Count / eta);
            if (top.FirstOrDefault(one => !_promoted[rung].Contains(one.Number)) is { } best)
            {
                return (best, rung);
            }
        }

        return null;
    }

    /// <summary>One goes up from a rung, as trial <paramref name="number"/>.</summary>
    public void Promote(Entrant entrant, int from, long number)
    {
        _promoted[from].Add(entrant.Number);
        _pending.Add(number, from + 1);
    }

    /// <summary>A newcomer in the lowest rung.</summary>
    public void Add(long number) => _pending.Add(number, 0);

    /// <summary>A trial is over; without a score it is on no rung.</summary>
    public void Observe(long number, Architecture architecture, double? score)
    {
        if (_pending.Remove(number, out var rung) && score is { } value)
        {
            _measured[rung].Add(new Entrant(number, architecture, value));
        }
    }

    /// <summary>Writes it.</summary>
    public void Save(StateWriter state)
    {
        state.Write(Count);
        for (var rung = 0; rung < Count; rung++)
        {
            Entrant.Save(_measured[rung], state);
            state.Write([.. _measured[rung].Select(one => _promoted[rung].Contains(one.Number) ? 1 : 0)]);
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
        var ladder = new Ladder(rungs);
        var saved = state.Int32();
        if (saved != rungs)
        {
            throw new InputException(
                $"The saved state of strategy 'asha' has {saved} rungs, and its options make {rungs}; set eta, minEpochs and maxEpochs as they were.");
        }

        for (var rung = 0; rung < rungs; rung++)
        {
            ladder._measured[rung].AddRange(Entrant.Restore(decisions, ref state));
            var promoted = state.Int32s();
            ladder._promoted[rung].UnionWith(
                ladder._measured[rung].Zip(promoted).Where(pair => pair.Second == 1).Select(pair => pair.First.Number));
        }

        foreach (var rung in state.Int32s())
        {
            ladder._pending.Add(state.Int64(), rung);
        }

        return ladder;
    }
}
