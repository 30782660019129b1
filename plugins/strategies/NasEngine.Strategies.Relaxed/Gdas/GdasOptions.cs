using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed.Gdas;

/// <summary>Options of GDAS (CVPR 2019, arXiv 1910.04465, section 4.1; on NAS-Bench-201, arXiv 2001.00326, table 8).</summary>
/// <param name="Adam">The optimiser of the architecture parameters.</param>
/// <param name="FirstTemperature">τ of the first epoch.</param>
/// <param name="LastTemperature">τ of the last epoch; linear between them.</param>
/// <param name="Epochs">Epochs that the search's steps are divided into.</param>
/// <param name="InitialSpread">Standard deviation of the first architecture parameters.</param>
/// <param name="WarmupSteps">Steps at the start that train the weights only.</param>
internal sealed record GdasOptions(
    AdamOptions Adam, double FirstTemperature, double LastTemperature, long Epochs, double InitialSpread, long WarmupSteps)
{
    /// <summary>Reads them.</summary>
    public static GdasOptions Read(OptionReader options) => new(
        SharedOptions.Adam(options),
        options.Number("temperature", 10, "τ of the Gumbel-softmax in the first epoch (GDAS, eq. 5).", min: 1e-6),
        options.Number("lastTemperature", 0.1, "τ in the last epoch; it changes linearly.", min: 1e-6),
        EpochPlan.Read(options, 240, "240 in the paper"),
        SharedOptions.InitialSpread(options),
        SharedOptions.WarmupSteps(options));
}
