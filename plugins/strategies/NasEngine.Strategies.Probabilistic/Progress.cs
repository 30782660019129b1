using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Probabilistic;

/// <summary>What the last step showed; for people only, nothing is decided by it.</summary>
/// <param name="Loss">Mean cross-entropy of the last step's validation paths, nats; NaN before the first.</param>
/// <param name="Costs">Mean cost of those paths per watched metric; empty before the first.</param>
/// <param name="Skipped">Steps that taught nothing because they failed or a loss was not finite.</param>
internal sealed record Progress(double Loss, ImmutableArray<double> Costs, long Skipped)
{
    /// <summary>Before the first step.</summary>
    public static Progress Start { get; } = new(double.NaN, [], 0);

    /// <summary>Writes it.</summary>
    public void Save(StateWriter state)
    {
        state.Write(Loss);
        state.Write(Costs.AsSpan());
        state.Write(Skipped);
    }

    /// <summary>What <see cref="Save"/> wrote.</summary>
    public static Progress Restore(ref StateReader state) =>
        new(state.Double(), [.. state.Doubles()], state.Int64());
}
