using NasEngine.Contracts;

namespace NasEngine.Strategies.Evolution;

/// <summary>Options of regularised evolution (Real et al., AAAI 2019, arXiv 1802.01548).</summary>
/// <param name="Population">How many live, at least 1.</param>
/// <param name="Sample">How many compete to be parent, at least 1.</param>
internal sealed record RegularizedEvolutionOptions(int Population = 100, int Sample = 25)
{
    /// <summary>Reads them.</summary>
    public static RegularizedEvolutionOptions Read(OptionReader options) => new(
        (int)options.Integer("population", 100, "Architectures that live, P of Real et al. (arXiv 1802.01548).", min: 1, max: 1_000_000),
        (int)options.Integer(
            "sample", 25, "Architectures drawn with replacement of which the best becomes the parent, S of Real et al.", min: 1,
            max: 1_000_000));
}
