namespace NasEngine.Contracts;

/// <summary>How much a search may spend; it ends at the first limit that it comes to.</summary>
/// <param name="Candidates">Trials and supernet steps together, at least 1; <see cref="Unlimited"/> where other limits end it.</param>
public sealed record Budget(long Candidates)
{
    /// <summary>No limit to the candidates.</summary>
    public const long Unlimited = long.MaxValue;

    /// <summary>Trials, at least 1; null where nothing is said of them.</summary>
    public long? Trials { get; init; }

    /// <summary>Steps of the supernet, at least 1; null where nothing is said of them.</summary>
    public long? Steps { get; init; }

    /// <summary>Passes over all the training data, by the <see cref="Fidelity.EpochEquivalents"/> of trials; positive.</summary>
    public double? Epochs { get; init; }

    /// <summary>Sum of what measurements say as <see cref="MetricNames.VirtualSeconds"/>; positive.</summary>
    public double? VirtualSeconds { get; init; }

    /// <summary>
    /// Wall time of the search before its winners are trained, counted over all its runs; positive. Where a search ends by it differs
    /// from run to run; what is journaled decides, so a resumed search does not differ from itself.
    /// </summary>
    public TimeSpan? Time { get; init; }

    /// <summary>What a trial may come to that ends the search before its budget is spent; null for nothing.</summary>
    public Goal? Goal { get; init; }

    /// <summary>The number of candidates, for a plan over all of them.</summary>
    /// <param name="owner">Who plans, for the message: <c>strategy 'fp-nas'</c>.</param>
    /// <exception cref="InputException">The budget does not say one.</exception>
    public long Planned(string owner) => Candidates < Unlimited ? Candidates : throw new InputException(
        $"The plan of {owner} goes over the candidates of the search, and the budget does not say how many; add them: .Budget(steps: 300) "
        + $"or .Budget(trials: 20).") { Word = ".Budget(" };
}
