namespace NasEngine.Networks;

/// <summary>How a network does on images that it is not trained on.</summary>
/// <param name="Loss">Mean cross-entropy, nats.</param>
/// <param name="Accuracy">Share classified right, 0 to 1.</param>
public readonly record struct ClassificationScore(double Loss, double Accuracy);
