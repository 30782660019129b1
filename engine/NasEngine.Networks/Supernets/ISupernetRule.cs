using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// What one <see cref="SupernetStep"/> does to the shared weights. An extension point: plugins offer rules by
/// <c>registry.Add&lt;ISupernetRule, NoSetup, TOptions&gt;</c> under the id that steps name. What a rule keeps between
/// steps (relaxed architecture parameters, their moments) is part of the checkpoint.
/// </summary>
/// <remarks>
/// A rule sees steps one at a time and in order, and must be a function of them: random numbers come from the step. A
/// loss that is not a number is a measurement with <see cref="FailureKind.NotANumber"/>, and the weights stay as they
/// were. An exception is taken for a fault of the worker.
/// </remarks>
public interface ISupernetRule : IDisposable
{
    /// <summary>Trains on the step's training paths.</summary>
    /// <returns>
    /// What is to be reported: <c>train_loss</c>, the list <c>train_nll</c> with a mean cross-entropy per training path in
    /// nats, and what else the rule has, such as relaxed alphas.
    /// </returns>
    Measurement Train(SupernetStepContext context, CancellationToken cancellation);

    /// <summary>Writes what it keeps between steps; a rule that keeps nothing writes nothing.</summary>
    void Save(BinaryWriter state)
    {
    }

    /// <summary>Takes what <see cref="Save"/> wrote.</summary>
    void Restore(BinaryReader state)
    {
    }
}
