using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Settings of stochastic gradient descent.</summary>
/// <param name="LearningRate">Highest learning rate, over 0.</param>
/// <param name="Momentum">Share of the last step's direction that is kept, in [0, 1).</param>
/// <param name="WeightDecay">L2 penalty on convolutions and linear layers, at least 0; batch norms and biases have none.</param>
/// <param name="Clip">Largest norm of the whole gradient; 0 leaves it as it is.</param>
public sealed record SgdSettings(double LearningRate, double Momentum, double WeightDecay, double Clip)
{
    /// <summary>Reads them, with these defaults.</summary>
    internal static SgdSettings Read(OptionReader options, SgdSettings defaults) => new(
        options.Number("learningRate", defaults.LearningRate, "Highest learning rate of SGD", min: 1e-9, max: 100),
        options.Number("momentum", defaults.Momentum, "Momentum of SGD", min: 0, max: 0.9999),
        options.Number("weightDecay", defaults.WeightDecay, "L2 penalty on convolutions and linear layers", min: 0, max: 1),
        options.Number("clip", defaults.Clip, "Largest norm of the whole gradient, 0 for none", min: 0));
}
