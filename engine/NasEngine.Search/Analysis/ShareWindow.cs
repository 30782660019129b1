namespace NasEngine.Search;

/// <summary>What a stretch of candidates chose.</summary>
/// <param name="First">Number of its first candidate.</param>
/// <param name="Last">Number of its last candidate.</param>
/// <param name="Shares">
/// By decision and choice: the share of the choice among what the stretch chose there; 0 where it chose nothing.
/// </param>
public sealed record ShareWindow(long First, long Last, double[][] Shares);
