using NasEngine.Contracts;

namespace NasEngine.Strategies.Learned;

/// <summary>An architecture that a policy drew and what it was worth.</summary>
/// <param name="Architecture">The architecture.</param>
/// <param name="LogProbabilities">Log-probabilities of its choices under the policy that drew it, nats.</param>
/// <param name="Reward">Its score, or the lowest score so far where it can have none.</param>
internal sealed record Sample(Architecture Architecture, double[] LogProbabilities, double Reward)
{
    /// <summary>Writes it.</summary>
    public void Save(StateWriter state)
    {
        state.Write(Architecture.Values.AsSpan());
        state.Write(LogProbabilities);
        state.Write(Reward);
    }

    /// <summary>What <see cref="Save"/> wrote.</summary>
    public static Sample Restore(DecisionSpace decisions, ref StateReader state) =>
        new(decisions.Architecture(state.Int32s()), state.Doubles(), state.Double());
}
