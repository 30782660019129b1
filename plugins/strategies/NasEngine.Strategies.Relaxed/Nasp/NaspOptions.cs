using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed.Nasp;

/// <summary>Options of NASP (AAAI 2020, arXiv 1905.13577, section 3 and the authors' published settings).</summary>
/// <param name="Adam">The optimiser of the architecture parameters.</param>
/// <param name="AllSlopes">Whether validation runs all choices, those that are not chosen at weight 0, so that each has a gradient.</param>
/// <param name="SizePenalty">Weight of the size regulariser, at least 0.</param>
/// <param name="InitialSpread">Standard deviation of the first architecture parameters around ½.</param>
/// <param name="WarmupSteps">Steps at the start that train the weights only.</param>
internal sealed record NaspOptions(AdamOptions Adam, bool AllSlopes, double SizePenalty, double InitialSpread, long WarmupSteps)
{
    /// <summary>Reads them.</summary>
    public static NaspOptions Read(OptionReader options) => new(
        SharedOptions.Adam(options),
        options.OneOf("slopes", "all",
            "'all' validates with the choices that are not chosen at weight 0, so that each has its gradient at the discrete point, as the "
            + "authors' code; 'chosen' runs one choice per decision there too, and only what ran learns: the memory of a single path.",
            "all", "chosen") == "all",
        options.Number("sizePenalty", 0,
            "Weight of the regulariser Σ share·α², share being a choice's part of the parameters of its decision's choices (NASP, section "
            + "3.1).",
            min: 0),
        options.Number("initialSpread", 1e-3,
            "Standard deviation of the first architecture parameters around ½; 0 is the authors' start, where the first choice of all is "
            + "taken everywhere.",
            min: 0, max: 0.25),
        SharedOptions.WarmupSteps(options));
}
