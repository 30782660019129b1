using NasEngine.Contracts;

namespace NasEngine.Strategies.OneShot;

/// <summary>A slice of the supernet that was measured.</summary>
/// <param name="Architecture">Which one.</param>
/// <param name="Score">By the objective; −∞ when it failed or has none.</param>
/// <param name="Violation">By how much it misses the objective's constraints, at least 0.</param>
internal sealed record Slice(Architecture Architecture, double Score, double Violation);
