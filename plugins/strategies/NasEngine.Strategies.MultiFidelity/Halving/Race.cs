using NasEngine.Contracts;

namespace NasEngine.Strategies.MultiFidelity.Halving;

/// <summary>Where a race stands: one rung of one bracket, who may enter it, and who was measured in it.</summary>
/// <param name="bracket">Index of the bracket.</param>
/// <param name="rung">Rung within the bracket, from 0.</param>
/// <param name="below">The rung below, best first; empty in the lowest, which takes newcomers.</param>
internal sealed class Race(int bracket, int rung, IReadOnlyList<Entrant> below)
{
    private readonly List<Entrant> _measured = [];
    private int _entered;

    /// <summary>Index of the bracket.</summary>
    public int Bracket => bracket;

    /// <summary>Rung within the bracket, from 0.</summary>
    public int Rung => rung;

    /// <summary>Trials of this rung that are not observed.</summary>
    public int Pending { get; private set; }

    /// <summary>Who was measured with a score, in the order observed.</summary>
    public IReadOnlyList<Entrant> Measured => _measured;

    /// <summary>Of the rung below, the best who has not entered; null when there is none.</summary>
    public Entrant? Next => _entered < below.Count ? below[_entered] : null;

    /// <summary>Of the rung below, those who have not entered, best first.</summary>
    public IEnumerable<Entrant> Waiting => below.Skip(_entered);

    /// <summary>How many were measured in the rung below.</summary>
    public int BelowCount => below.Count;

    /// <summary>Whether one more trial belongs here: those that failed do not count.</summary>
    public bool HasRoom(int count) => _measured.Count + Pending < count;

    /// <summary>A newcomer enters.</summary>
    public void Enter() => Pending++;

    /// <summary><see cref="Next"/> enters.</summary>
    public void EnterNext()
    {
        _entered++;
        Pending++;
    }

    /// <summary>One was measured; null when that failed.</summary>
    public void Observe(Entrant? entrant)
    {
        Pending--;
        if (entrant is not null)
        {
            _measured.Add(entrant);
        }
    }

    /// <summary>Writes it.</summary>
    public void Save(StateWriter state)
    {
        state.Write(bracket);
        state.Write(rung);
        Entrant.Save(below, state);
        Entrant.Save(_measured, state);
        state.Write(_entered);
        state.Write(Pending);
    }

    /// <summary>What <see cref="Save"/> wrote.</summary>
    public static Race Restore(DecisionSpace decisions, ref StateReader state)
    {
        var race = new Race(state.Int32(), state.Int32(), Entrant.Restore(decisions, ref state));
        race._measured.AddRange(Entrant.Restore(decisions, ref state));
        (race._entered, race.Pending) = (state.Int32(), state.Int32());
        return race;
    }
}
