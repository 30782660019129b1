namespace NasEngine.Contracts;

/// <summary>
/// Turns a candidate into a measurement: first <see cref="Train"/>, then <see cref="Evaluate"/> of the same candidate.
/// One candidate at a time, on one thread of the worker. The same candidate gives the same measurement bit for bit.
/// </summary>
/// <remarks>
/// A candidate that cannot be built is a <see cref="Measurement"/> with a failure, not an exception; an exception is
/// taken for a fault of the worker, and the candidate is tried again a few times.
/// </remarks>
public interface IEstimator : IDisposable
{
    /// <summary>
    /// Whether what it does depends on how large the search's budget is, as a learning rate that falls until the last step does. Then a
    /// search cannot go on with a larger budget: what it did so far would have been done otherwise.
    /// </summary>
    bool PlansByBudget => false;

    /// <summary>
    /// What its users may not expect of it, a sentence each, such as missing rows of a table; shown when a search begins.
    /// </summary>
    IReadOnlyList<string> Remarks => [];

    /// <summary>
    /// Names of all metrics that its measurements may have, where it knows them before the first; null where only those say. With them a
    /// search that is for another metric, or ends by one, is refused before it begins. Costs need not be among them: the engine adds those.
    /// </summary>
    IReadOnlyList<string>? Metrics => null;

    /// <summary>Trains the candidate; the weights stay inside until the evaluation.</summary>
    void Train(Candidate candidate, IJobProgress progress, CancellationToken cancellation);

    /// <summary>Measures what was trained.</summary>
    Measurement Evaluate(Candidate candidate, IJobProgress progress, CancellationToken cancellation);
}
