using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>One of the best trials so far.</summary>
/// <param name="Number">Number of the trial.</param>
/// <param name="Architecture">The architecture.</param>
/// <param name="Score">By the objective; more is better.</param>
/// <param name="Measurement">What was measured.</param>
/// <param name="Excess">By how much it misses what winners must keep to, see <see cref="Feasibility.Required"/>; 0 is better.</param>
public sealed record Leader(long Number, Architecture Architecture, double Score, Measurement Measurement, double Excess = 0);
