namespace NasEngine.Contracts;

/// <summary>Step size and moments of Adam (arXiv 1412.6980).</summary>
/// <param name="LearningRate">Step size, positive.</param>
/// <param name="FirstDecay">β₁ in [0, 1).</param>
/// <param name="SecondDecay">β₂ in [0, 1).</param>
/// <param name="Epsilon">Added to the root of the second moment, positive.</param>
/// <param name="WeightDecay">λ of a penalty λ/2·‖α‖² whose gradient is added, at least 0.</param>
public sealed record AdamOptions(
    double LearningRate = 0.1, double FirstDecay = 0.9, double SecondDecay = 0.999, double Epsilon = 1e-8, double WeightDecay = 0)
{
    private const double BelowOne = 1 - 1e-12;

    /// <summary>
    /// Reads <c>learningRate</c>, <c>adamBeta1</c>, <c>adamBeta2</c>, <c>adamEpsilon</c> and <c>weightDecay</c>, with these defaults.
    /// </summary>
    public static AdamOptions Read(OptionReader options, AdamOptions defaults) => new(
        options.Number("learningRate", defaults.LearningRate, "Adam's step size for the architecture parameters.", min: 1e-12),
        options.Number("adamBeta1", defaults.FirstDecay, "Adam's decay of the first moment (arXiv 1412.6980).", min: 0, max: BelowOne),
        options.Number("adamBeta2", defaults.SecondDecay, "Adam's decay of the second moment (arXiv 1412.6980).", min: 0, max: BelowOne),
        options.Number("adamEpsilon", defaults.Epsilon, "Adam's term against division by zero.", min: 1e-300),
        options.Number("weightDecay", defaults.WeightDecay, "L2 penalty on the architecture parameters.", min: 0));
}
