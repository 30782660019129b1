namespace NasEngine.Networks;

/// <summary>How a network does on images that it is not trained on.</summary>
/// <param name="Loss">Mean cross-entropy, nats; of numbers the mean squared error.</param>
/// <param name="Accuracy">Share classified right, 0 to 1; 0 of numbers.</param>
public readonly record struct ClassificationScore(double Loss, double Accuracy);
