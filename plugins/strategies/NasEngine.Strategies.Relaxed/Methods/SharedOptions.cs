using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed;

/// <summary>Options that DARTS has and others took over from its code.</summary>
internal static class SharedOptions
{
    /// <summary>Reads the optimiser of the architecture parameters, by default that of DARTS (arXiv 1806.09055, appendix A.1).</summary>
    public static AdamOptions Adam(OptionReader options) => AdamOptions.Read(
        options, new AdamOptions(LearningRate: 3e-4, FirstDecay: 0.5, SecondDecay: 0.999, WeightDecay: 1e-3));

    /// <summary>Reads the standard deviation of the first architecture parameters.</summary>
    public static double InitialSpread(OptionReader options) => options.Number(
        "initialSpread", 1e-3, "Standard deviation of the first architecture parameters, normal around 0.", min: 0, max: 100);

    /// <summary>Reads the number of steps that train the weights only.</summary>
    public static long WarmupSteps(OptionReader options) => options.Integer(
        "warmupSteps", 0, "Steps at the start that train the weights and leave the architecture parameters alone.", min: 0);
}
