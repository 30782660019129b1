namespace NasEngine.Networks;

/// <summary>Settings of <see cref="FlatAdam"/>.</summary>
/// <param name="LearningRate">Step size, over 0.</param>
/// <param name="Beta1">Decay of the mean of gradients, in [0, 1).</param>
/// <param name="Beta2">Decay of the mean of their squares, in [0, 1).</param>
/// <param name="Epsilon">Added to the root of the second mean, over 0.</param>
/// <param name="WeightDecay">L2 penalty added to the gradient of weights of two dimensions or more, at least 0.</param>
public sealed record AdamSettings(
    double LearningRate = 1e-3, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8, double WeightDecay = 0);
