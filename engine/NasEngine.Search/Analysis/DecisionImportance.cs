namespace NasEngine.Search;

/// <summary>How much a decision of the space has to do with being among the best trials.</summary>
/// <param name="Decision">Number of the decision in its space.</param>
/// <param name="Share">
/// Its share of the variance that single decisions explain, 0 to 1; all of them sum to 1, or to 0 where none explains any.
/// </param>
/// <param name="Spread">Standard deviation of the share over resampled trials.</param>
public readonly record struct DecisionImportance(int Decision, double Share, double Spread);
