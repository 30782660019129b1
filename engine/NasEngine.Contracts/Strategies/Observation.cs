namespace NasEngine.Contracts;

/// <summary>What a strategy is told of a finished candidate.</summary>
/// <param name="Candidate">What it proposed.</param>
/// <param name="Measurement">What came of it; may be a failure.</param>
/// <param name="Seed">The search's seed.</param>
public sealed record Observation(Candidate Candidate, Measurement Measurement, ulong Seed)
{
    /// <summary>
    /// How the trial stands to the objective's constraints; <see cref="Feasibility.Free"/> for a step, a failure, and an objective
    /// without any.
    /// </summary>
    public Feasibility Feasibility { get; init; } = Feasibility.Free;

    /// <summary>Random numbers of this observation for one purpose; equal in every run of the search.</summary>
    public RandomSource Random(string purpose) => RandomSource.For(Seed, Candidate.Number, purpose);
}
