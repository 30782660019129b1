using NasEngine.Contracts;

namespace NasEngine.Strategies.MultiFidelity.Rungs;

/// <summary>A rung of a race that does not wait: who was measured in it, and who of them went up.</summary>
/// <typeparam name="TSelf">The kind of rung.</typeparam>
/// <typeparam name="TEntrant">Who is measured in it.</typeparam>
internal interface IRung<TSelf, TEntrant>
    where TEntrant : class
{
    /// <summary>How many were measured.</summary>
    int Count { get; }

    /// <summary>Those who did not go up.</summary>
    IEnumerable<TEntrant> Waiting { get; }

    /// <summary>The first of the top ⌊measured / η⌋ who did not go up; null when all of them did.</summary>
    /// <param name="eta">η, the same in every call.</param>
    TEntrant? Promotable(int eta);

    /// <summary>One was measured.</summary>
    void Add(TEntrant entrant);

    /// <summary>One that was measured goes up.</summary>
    void Promote(TEntrant entrant);

    /// <summary>Writes it.</summary>
    void Save(StateWriter state);

    /// <summary>What <see cref="Save"/> wrote.</summary>
    static abstract TSelf Restore(DecisionSpace decisions, ref StateReader state);
}
