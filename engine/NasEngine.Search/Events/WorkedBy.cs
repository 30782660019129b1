namespace NasEngine.Search;

/// <summary>
/// Which worker had a candidate, and for how long. It is a circumstance, as the time of an event is: of two equal searches, and of one that
/// was resumed, it may be another, so any two are equal. What follows from an event never depends on it.
/// </summary>
/// <param name="Worker">The place of the worker, from 1; 0 where earlier programs did not say.</param>
/// <param name="Seconds">From when it was given the candidate to its result, 0 or more.</param>
public readonly record struct WorkedBy(int Worker, double Seconds)
{
    /// <summary>Number of the node that the worker was on (<see cref="NodeRef"/>); 0 where it was on none.</summary>
    public long Node { get; init; }

    /// <summary>Whether anything is known.</summary>
    public bool IsKnown => Worker > 0;

    /// <summary>Always equal: a circumstance makes no difference.</summary>
    public bool Equals(WorkedBy other) => true;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
