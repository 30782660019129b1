using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.MultiFidelity.Rungs;

/// <summary>The rungs of a race that does not wait, and which trials in flight belong to which.</summary>
/// <typeparam name="TRung">The kind of rung.</typeparam>
/// <typeparam name="TEntrant">Who is measured in them.</typeparam>
internal sealed class Ladder<TRung, TEntrant>
    where TRung : IRung<TRung, TEntrant>, new()
    where TEntrant : class
{
    private readonly TRung[] _rungs;
    private readonly SortedDictionary<long, int> _pending = [];

    private Ladder(TRung[] rungs) => _rungs = rungs;

    /// <summary>Nobody on any of its rungs.</summary>
    /// <param name="rungs">How many, at least 1.</param>
    public Ladder(int rungs)
        : this([.. Enumerable.Range(0, rungs).Select(_ => new TRung())])
    {
    }

    /// <summary>The rungs, lowest first.</summary>
    public IReadOnlyList<TRung> Rungs => _rungs;

    /// <summary>Those below the highest rung who did not go up.</summary>
    public IEnumerable<TEntrant> Waiting => _rungs[..^1].SelectMany(rung => rung.Waiting);

    /// <summary>How many were measured in each rung.</summary>
    public StrategyStatus Status => new()
    {
        Scalars = StrategyStatus.Empty.Scalars.AddRange(
            _rungs.Select((rung, place) => KeyValuePair.Create($"rung_{place}", (double)rung.Count))),
    };

    /// <summary>
    /// Somebody goes up, as trial <paramref name="number"/> (arXiv 1810.05934, algorithm 2, <c>get_job</c>): from the highest rung that has
    /// one, the first of its top ⌊measured / η⌋ who did not go up yet; null when nobody may.
    /// </summary>
    /// <returns>Who, and the number of the rung from which.</returns>
    public (TEntrant Entrant, int From)? Promote(int eta, long number)
    {
        for (var rung = _rungs.Length - 2; rung >= 0; rung--)
        {
            if (_rungs[rung].Promotable(eta) is { } best)
            {
                _rungs[rung].Promote(best);
                _pending.Add(number, rung + 1);
                return (best, rung);
            }
        }

        return null;
    }

    /// <summary>A newcomer in the lowest rung.</summary>
    public void Add(long number) => _pending.Add(number, 0);

    /// <summary>A trial is over; null, one without a result, is on no rung.</summary>
    public void Observe(long number, TEntrant? entrant)
    {
        if (_pending.Remove(number, out var rung) && entrant is not null)
        {
            _rungs[rung].Add(entrant);
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
    /// <param name="id">Whose it is, for messages.</param>
    /// <param name="rungs">How many there must be.</param>
    /// <param name="decisions">The space's.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="pairs">Whether numbers and rungs of trials in flight were written in turn, as an earlier version did.</param>
    /// <exception cref="InputException">It was of another number of rungs.</exception>
    public static Ladder<TRung, TEntrant> Restore(string id, int rungs, DecisionSpace decisions, ref StateReader state, bool pairs = false)
    {
        var saved = state.Int32();
        if (saved != rungs)
        {
            throw new InputException(
                $"The saved state of strategy '{id}' has {saved} rungs, and its options make {rungs}; set eta, minEpochs and maxEpochs as "
                + "they were.");
        }

        var ladder = new Ladder<TRung, TEntrant>(new TRung[rungs]);
        for (var rung = 0; rung < rungs; rung++)
        {
            ladder._rungs[rung] = TRung.Restore(decisions, ref state);
        }

        var numbers = pairs ? new int[state.Int32()] : state.Int32s();
        foreach (var rung in numbers)
        {
            var number = state.Int64();
            ladder._pending.Add(number, pairs ? state.Int32() : rung);
        }

        return ladder;
    }
}
