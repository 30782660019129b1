using NasEngine.Contracts;

namespace NasEngine.Strategies.Growth;

/// <summary>A network that was trained and is kept.</summary>
/// <param name="Architecture">What it is.</param>
/// <param name="Number">Number of the candidate that left it.</param>
/// <param name="Score">By the objective.</param>
/// <param name="Violation">By how much it misses the objective's constraints, at least 0.</param>
/// <param name="Epochs">Passes over the training data that its weights have behind them, those of its forebears among them.</param>
internal sealed record Trained(Architecture Architecture, long Number, double Score, double Violation, double Epochs)
{
    /// <summary>Whether it is better: nearer to the constraints, and among equals of a higher score.</summary>
    public bool Beats(Trained? other) =>
        other is null || Violation < other.Violation || (Violation == other.Violation && Score > other.Score);

    /// <summary>Writes one, or that there is none.</summary>
    public static void Save(Trained? trained, StateWriter state)
    {
        state.Write(trained is not null);
        if (trained is not null)
        {
            state.Write(trained.Architecture.Values.AsSpan());
            state.Write(trained.Number);
            state.Write(trained.Score);
            state.Write(trained.Violation);
            state.Write(trained.Epochs);
        }
    }

    /// <summary>What <see cref="Save"/> wrote.</summary>
    public static Trained? Restore(DecisionSpace decisions, ref StateReader state) => state.Flag()
        ? new Trained(decisions.Architecture(state.Int32s()), state.Int64(), state.Double(), state.Double(), state.Double())
        : null;
}
