using NasEngine.Contracts;

namespace NasEngine.Strategies.Probabilistic;

/// <summary>Step size and moments of Adam (arXiv 1412.6980).</summary>
/// <param name="LearningRate">Step size, positive.</param>
/// <param name="FirstDecay">β₁ in [0, 1).</param>
/// <param name="SecondDecay">β₂ in [0, 1).</param>
/// <param name="Epsilon">Added to the root of the second moment, positive.</param>
internal sealed record AdamOptions(double LearningRate = 0.1, double FirstDecay = 0.9, double SecondDecay = 0.999, double Epsilon = 1e-8)
{
    private const double BelowOne = 1 - 1e-12;

    /// <summary>Reads them.</summary>
    public static AdamOptions Read(OptionReader options) => new(
        options.Number("learningRate", 0.1, "Adam's step size for the architecture parameters.", min: 1e-12),
        options.Number("adamBeta1", 0.9, "Adam's decay of the first moment (arXiv 1412.6980).", min: 0, max: BelowOne),
        options.Number("adamBeta2", 0.999, "Adam's decay of the second moment (arXiv 1412.6980).", min: 0, max: BelowOne),
        options.Number("adamEpsilon", 1e-8, "Adam's term against division by zero.", min: 1e-300));
}
