namespace NasEngine.Contracts;

/// <summary>
/// One cost of a space's architectures as a sum over parts in a row: a part costs by the choices of its own decisions and by what the
/// parts before it left (a shape, as a number). Pure; safe from several threads.
/// </summary>
public interface IPartCosts
{
    /// <summary>How many parts there are.</summary>
    int Parts { get; }

    /// <summary>What the first part is left with.</summary>
    int Start { get; }

    /// <summary>The decisions, by number, that a part's cost, or what it leaves, depends on.</summary>
    ReadOnlySpan<int> Decisions(int part);

    /// <summary>What a part costs, and what it leaves.</summary>
    /// <param name="part">The part.</param>
    /// <param name="left">What the part before it left.</param>
    /// <param name="values">A value per decision of the space; only those of <see cref="Decisions"/> count.</param>
    (double Cost, int Left) Of(int part, int left, ReadOnlySpan<int> values);
}
