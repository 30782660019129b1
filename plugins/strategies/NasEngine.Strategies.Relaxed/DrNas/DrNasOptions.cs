using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed.DrNas;

/// <summary>Options of DrNAS (ICLR 2021, arXiv 2006.10355, section 4 and the authors' published settings).</summary>
/// <param name="Adam">The optimiser of the architecture parameters; its L2 penalty holds the concentrations near 1.</param>
/// <param name="InitialSpread">Standard deviation of the first architecture parameters.</param>
/// <param name="WarmupSteps">Steps at the start that train the weights only.</param>
internal sealed record DrNasOptions(AdamOptions Adam, double InitialSpread, long WarmupSteps)
{
    /// <summary>Reads them.</summary>
    public static DrNasOptions Read(OptionReader options) => new(
        SharedOptions.Adam(options),
        SharedOptions.InitialSpread(options),
        SharedOptions.WarmupSteps(options));
}
