using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed.Darts;

/// <summary>Options of DARTS (arXiv 1806.09055, section 3.1 and appendix A.1).</summary>
/// <param name="Adam">The optimiser of the architecture parameters.</param>
/// <param name="SecondOrder">Whether the gradient looks through a step of the weights (eq. 7 and 8).</param>
/// <param name="InitialSpread">Standard deviation of the first architecture parameters.</param>
/// <param name="WarmupSteps">Steps at the start that train the weights only.</param>
internal sealed record DartsOptions(AdamOptions Adam, bool SecondOrder, double InitialSpread, long WarmupSteps)
{
    private static readonly AdamOptions Published = new(LearningRate: 3e-4, FirstDecay: 0.5, SecondDecay: 0.999, WeightDecay: 1e-3);

    /// <summary>Reads them.</summary>
    public static DartsOptions Read(OptionReader options) => new(
        AdamOptions.Read(options, Published),
        options.OneOf("order", "first",
            "'first' takes the weights for what they are; 'second' looks through their next step, at four passes for two (DARTS, eq. 7 and 8).",
            "first", "second") == "second",
        options.Number("initialSpread", 1e-3, "Standard deviation of the first architecture parameters, normal around 0.", min: 0, max: 100),
        options.Integer("warmupSteps", 0, "Steps at the start that train the weights and leave the architecture parameters alone.", min: 0));
}
