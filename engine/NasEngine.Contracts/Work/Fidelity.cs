namespace NasEngine.Contracts;

/// <summary>How much a trial spends.</summary>
/// <param name="Epochs">Passes over the training data, positive; null leaves it to the estimator's options.</param>
/// <param name="DataFraction">Share of the training data, in (0, 1].</param>
public sealed record Fidelity(double? Epochs = null, double DataFraction = 1)
{
    /// <summary>All the data, the estimator's own epochs.</summary>
    public static Fidelity Full { get; } = new();
}
