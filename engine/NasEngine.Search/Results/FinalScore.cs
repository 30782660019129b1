namespace NasEngine.Search;

/// <summary>What winners are ranked by: as trials, what keeps to the requirements first, then the higher score.</summary>
/// <param name="Score">Of the final measurement by the objective; null when there is none.</param>
/// <param name="Excess">By how much it misses the objective's requirements, as a share of each, added up.</param>
public sealed record FinalScore(double? Score, double Excess);
