using NasEngine.Contracts;

namespace NasEngine.Strategies.OneShot.BigNas;

/// <summary>Options of BigNAS (ECCV 2020, arXiv 2003.11142).</summary>
/// <param name="Samples">Random paths of a training step, besides the largest and the smallest; 2 in the paper.</param>
/// <param name="Coarse">Share of the slices that the coarse grid is given, in (0, 1].</param>
/// <param name="Levels">Places of a setting that the grid takes, from its first choice to its last, at least 2.</param>
/// <param name="Parents">Of how many best slices, besides those of the front, the fine ones are made, at least 1.</param>
/// <param name="Dropout">Share of features that is dropped before the classifier of the largest path alone, in [0, 1).</param>
/// <param name="ResidualScale">Scale that the last batch norms of residual branches begin with.</param>
/// <param name="Slices">How a slice's weights are taken and measured.</param>
internal sealed record BigNasOptions(int Samples, double Coarse, int Levels, int Parents, double Dropout, double ResidualScale,
    SlicedWeights Slices)
{
    /// <summary>Reads them.</summary>
    public static BigNasOptions Read(OptionReader options) => new(
        (int)options.Integer(
            "samples", 2, "Random paths of a training step besides the largest and the smallest (BigNAS, section 3.1).", min: 0, max: 4096),
        options.Number(
            "coarse", 0.5, "Share of the slices that is taken from a coarse grid before the best of it are varied (BigNAS, section 3.3).",
            min: 0.001, max: 1),
        (int)options.Integer(
            "levels", 3, "Places of each setting that the grid takes, evenly from its first choice to its last; a setting is tied "
                + "over all stages.",
            min: 2, max: 1000),
        (int)options.Integer(
            "parents", 4, "How many of the best slices are varied, besides those of the front of score and multiply-adds.",
            min: 1, max: 1_000_000),
        options.Number(
            "dropout", 0.2, "Share of features that is dropped before the classifier of the largest path; the others are not regularised "
                + "(BigNAS, section 3.1).",
            min: 0, max: 0.99),
        options.Number(
            "residualScale", 0, "Scale that the last batch norms of residual branches begin with: 0 makes every residual block begin as "
                + "the identity (BigNAS, section 3.1), 1 is the usual start.",
            min: 0, max: 1),
        SliceOptions.Read(options));
}
