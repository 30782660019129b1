using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed.Darts;

/// <summary>Options of DARTS (arXiv 1806.09055, section 3.1 and appendix A.1).</summary>
/// <param name="Adam">The optimiser of the architecture parameters.</param>
/// <param name="SecondOrder">Whether the gradient looks through a step of the weights (eq. 7 and 8).</param>
/// <param name="InitialSpread">Standard deviation of the first architecture parameters.</param>
/// <param name="WarmupSteps">Steps at the start that train the weights only.</param>
internal sealed record DartsOptions(AdamOptions Adam, bool SecondOrder, double InitialSpread, long WarmupSteps)
{
    /// <summary>Reads them.</summary>
    public static DartsOptions Read(OptionReader options) => new(
        SharedOptions.Adam(options),
        options.OneOf("order", "first",
            "'first' takes the weights for what they are; 'second' looks through their next step, at four passes for two (DARTS, eq. 7 and "
            + "8).",
            "first", "second") == "second",
        SharedOptions.InitialSpread(options),
        SharedOptions.WarmupSteps(options));
}
