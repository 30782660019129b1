using NasEngine.Contracts;
using NasEngine.Strategies.MultiFidelity.Rungs;

namespace NasEngine.Strategies.MultiFidelity.Asha;

/// <summary>A rung of ASHA: who was measured in it, apart those who went up; each best first.</summary>
internal sealed class Rung : IRung<Rung, Entrant>
{
    private readonly List<Entrant> _waiting;
    private readonly List<Entrant> _promoted;

    private Rung(List<Entrant> waiting, List<Entrant> promoted) => (_waiting, _promoted) = (waiting, promoted);

    /// <summary>Nobody was measured.</summary>
    public Rung()
        : this([], [])
    {
    }

    /// <inheritdoc/>
    public int Count => _waiting.Count + _promoted.Count;

    /// <inheritdoc/>
    public IEnumerable<Entrant> Waiting => _waiting;

    /// <summary>The best who did not go up, if it is among the top ⌊measured / η⌋; else null.</summary>
    public Entrant? Promotable(int eta) =>
        _waiting.Count > 0 && PlaceOf(_waiting[0], _promoted) < Count / eta ? _waiting[0] : null;

    /// <inheritdoc/>
    public void Add(Entrant entrant) => _waiting.Insert(PlaceOf(entrant, _waiting), entrant);

    /// <inheritdoc/>
    public void Promote(Entrant entrant)
    {
        _promoted.Insert(PlaceOf(entrant, _promoted), entrant);
        _waiting.Remove(entrant);
    }

    /// <inheritdoc/>
    public void Save(StateWriter state)
    {
        Entrant.Save(_waiting, state);
        Entrant.Save(_promoted, state);
    }

    /// <inheritdoc/>
    public static Rung Restore(DecisionSpace decisions, ref StateReader state) =>
        new(Entrant.Restore(decisions, ref state), Entrant.Restore(decisions, ref state));

    /// <summary>How many of a ranking are before an entrant that is not in it.</summary>
    private static int PlaceOf(Entrant entrant, List<Entrant> ranking) => ~ranking.BinarySearch(entrant, Entrant.BestFirst);
}
