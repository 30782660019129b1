namespace NasEngine.Contracts;

/// <summary>How much a trial spends, and what on.</summary>
/// <param name="Epochs">
/// Passes over the training data; null leaves it to the estimator's options, 0 measures the weights as they come (a proxy at
/// initialisation, a slice of a supernet, a network that was trained before).
/// </param>
/// <param name="DataFraction">Share of the training data, in (0, 1].</param>
/// <param name="Resolution">Height and width that images are scaled to, pixels, at least 1; null leaves them as they are.</param>
/// <param name="Estimator">
/// Id of the estimator that measures it, one of the inner ones of <see cref="SearchSpec.Estimator"/>; null for the search's own.
/// </param>
public sealed record Fidelity(double? Epochs = null, double DataFraction = 1, int? Resolution = null, string? Estimator = null)
    : IComparable<Fidelity>
{
    /// <summary>All the data at their own resolution, the estimator's own epochs, by the search's own estimator.</summary>
    public static Fidelity Full { get; } = new();

    /// <summary>
    /// Passes over all the data that inherited weights have behind them, at least 0: they count where trials are compared, and not
    /// against the budget, which they were counted against when they were made.
    /// </summary>
    public double PriorEpochs { get; init; }

    /// <summary>Passes over all the data that the trial comes to; null when the estimator's options say it.</summary>
    public double? EpochEquivalents => Epochs * DataFraction;

    /// <summary>
    /// More means more to be believed: the search's own estimator before others, then more epoch-equivalents with the prior ones (the
    /// estimator's own before any number), then a larger share of the data, then a larger resolution (the data's own before any number).
    /// What other estimators measure is alike among them.
    /// </summary>
    public int CompareTo(Fidelity? other) => other is null ? 1 : Rank.CompareTo(other.Rank);

    private (bool Own, double Passes, double Share, double Side) Rank => (
        Estimator is null, PriorEpochs + EpochEquivalents ?? double.PositiveInfinity, DataFraction, Resolution ?? double.PositiveInfinity);
}
