using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Probabilistic;

/// <summary>What the last step showed, and the multipliers of the cost targets.</summary>
/// <param name="Loss">Mean cross-entropy of the last step's validation paths, nats; NaN before the first.</param>
/// <param name="Costs">Expected cost of the distribution that the last step drew from, per watched metric; empty before the first.</param>
/// <param name="Multipliers">λ of the objective's cost targets.</param>
/// <param name="Skipped">Steps that taught nothing because they failed or a loss was not finite.</param>
internal sealed record Progress(double Loss, ImmutableArray<double> Costs, Multipliers Multipliers, long Skipped)
{
    private const byte WithMultipliers = 2;

    /// <summary>Before the first step.</summary>
    public static Progress Start(int targets) => new(double.NaN, [], Multipliers.None(targets), 0);

    /// <summary>Writes it.</summary>
    public void Save(StateWriter state)
    {
        state.Write(Loss);
        state.Write(Costs.AsSpan());
        state.Write(Skipped);
        state.Write(Multipliers.Values.AsSpan());
    }

    /// <summary>What <see cref="Save"/> wrote.</summary>
    public static Progress Restore(ref StateReader state, int targets)
    {
        var (loss, costs, skipped) = (state.Double(), state.Doubles(), state.Int64());
        var multipliers = state.Version < WithMultipliers ? Multipliers.None(targets) : new Multipliers([.. state.Doubles(targets)]);
        return new Progress(loss, [.. costs], multipliers, skipped);
    }
}
