using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// What one <see cref="SupernetStep"/> does to the shared weights. An extension point: plugins offer rules by
/// <see cref="SupernetRuleRegistry"/> under the id that steps name, with options of their own.
/// </summary>
/// <remarks>
/// <para>
/// Few methods need a rule of their own: one step is the training routes under a rule, then the gradients of the validated
/// mixtures, and the strategy keeps the architecture parameters (see <see cref="SupernetStep"/>). A rule is for what lies
/// between the two: other losses (distillation), several batches in one step (the unrolled step of second-order DARTS: run
/// <see cref="Supernet.Run"/> on the validation batch at changed weights, change them back), surgery on the shared weights
/// (keeping the strongest channels first).
/// </para>
/// <para>
/// A rule sees steps one at a time and in order, and must be a function of them: random numbers come from the step. A
/// loss that is not a number is a measurement with <see cref="FailureKind.NotANumber"/>, and the weights stay as they
/// were. A step that it cannot work on is an <see cref="InputException"/>, which ends the search with its sentence; any other
/// exception is taken for a fault of the worker.
/// </para>
/// </remarks>
public interface ISupernetRule : IDisposable
{
    /// <summary>Trains on the step's training routes.</summary>
    /// <returns>
    /// What is to be reported: <c>train_loss</c>, the list <c>train_nll</c> with a mean cross-entropy per training route in
    /// nats, and what else the rule has.
    /// </returns>
    Measurement Train(SupernetStepContext context, CancellationToken cancellation);

    /// <summary>Writes what it keeps between steps; a rule that keeps nothing writes nothing.</summary>
    void Save(BinaryWriter state)
    {
    }

    /// <summary>Takes what <see cref="Save"/> wrote, all of it: one that leaves or wants bytes is refused by name.</summary>
    void Restore(BinaryReader state)
    {
    }
}
