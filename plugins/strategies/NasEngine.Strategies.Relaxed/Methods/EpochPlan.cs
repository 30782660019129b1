using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed;

/// <summary>The steps of a search, divided into epochs of one length, so that a paper's schedule fits any budget.</summary>
/// <param name="Steps">Steps of the search, at least 1.</param>
/// <param name="Count">Epochs, at least 1.</param>
internal sealed record EpochPlan(long Steps, long Count)
{
    /// <summary>Reads the number of epochs.</summary>
    public static long Read(OptionReader options, long fallback, string paper) => options.Integer(
        "epochs", fallback, $"Epochs that the search's steps are divided into, for its schedules; {paper}.", min: 1, max: 1_000_000);

    /// <summary>The plan of a search.</summary>
    /// <exception cref="InputException">The budget does not say how many steps there will be.</exception>
    public static EpochPlan Of(Budget budget, long count, string id) => new(budget.Steps ?? budget.Planned(Needs.Owner(id)), count);

    /// <summary>Number of a step's epoch, from 0; the last one for steps behind the plan.</summary>
    public long At(long step) => Math.Min(Count - 1, (long)((Int128)step * Count / Steps));

    /// <summary>Whether a step is the last of its epoch.</summary>
    public bool Ends(long step) => step + 1 < Steps && At(step + 1) > At(step);
}
