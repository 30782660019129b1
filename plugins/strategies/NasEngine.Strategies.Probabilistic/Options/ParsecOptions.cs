using NasEngine.Contracts;

namespace NasEngine.Strategies.Probabilistic;

/// <summary>Options of PARSEC (arXiv 1902.05116).</summary>
/// <param name="Learning">What it shares with FP-NAS.</param>
/// <param name="Samples">K, samples of a step; 8, 14 and 16 in the papers.</param>
/// <param name="Joint">One categorical per layer; else one per variable.</param>
internal sealed record ParsecOptions(LearningOptions Learning, int Samples = 8, bool Joint = true)
{
    /// <summary>Reads them.</summary>
    public static ParsecOptions Read(OptionReader options) => new(
        LearningOptions.Read(options),
        (int)options.Integer("samples", 8, "Architectures sampled in each step (PARSEC, arXiv 1902.05116).", min: 1, max: 4096),
        options.Flag("joint", true,
            "One distribution over all combinations of a layer's variables, as in PARSEC; false for one per variable."));
}
