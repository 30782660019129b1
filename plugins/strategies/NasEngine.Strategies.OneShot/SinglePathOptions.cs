using NasEngine.Contracts;

namespace NasEngine.Strategies.OneShot;

/// <summary>Options of single-path one-shot (arXiv 1904.00420); the defaults of the evolution are the paper's.</summary>
/// <param name="Sampling">How the paths of a training step are drawn.</param>
/// <param name="Samples">Paths of a training step, at least 1; 1 in the paper.</param>
/// <param name="Sandwich">Whether the largest and the smallest path are trained in every step too, the others by distillation.</param>
/// <param name="Allowance">Least share of every upper limit on a known cost that feasible paths and slices use, in [0, 1).</param>
/// <param name="Population">Slices of a generation, at least 2.</param>
/// <param name="Parents">Of how many best slices the children are made, at least 2.</param>
/// <param name="MutationRate">Chance of each decision of a mutated child to be drawn anew, in (0, 1].</param>
/// <param name="Slices">How a slice's weights are taken and measured.</param>
internal sealed record SinglePathOptions(
    PathSampling Sampling, int Samples, bool Sandwich, double Allowance, int Population, int Parents, double MutationRate,
    SlicedWeights Slices)
{
    /// <summary>Reads them.</summary>
    public static SinglePathOptions Read(OptionReader options) => new(
        options.OneOf(
            "sampling", "uniform",
            "How paths are drawn in training: uniform (SPOS); feasible, those within the objective's limits only; or fair, the paths of a "
            + "step taking each choice equally often (FairNAS, arXiv 1907.01845).",
            "uniform", "feasible", "fair") switch
        {
            "feasible" => PathSampling.Feasible,
            "fair" => PathSampling.Fair,
            _ => PathSampling.Uniform,
        },
        (int)options.Integer(
            "samples", 1, "Paths of a training step, whose mean gradient moves the weights; 1 in SPOS.", min: 1, max: 4096),
        options.Flag(
            "sandwich", false,
            "Trains the largest path on the labels, and the smallest and the sampled ones on its answers (BigNAS, arXiv 2003.11142, "
            + "section 3.1)."),
        options.Number(
            "allowance", 0,
            "Least share of every upper limit on a known cost that feasible paths and slices use; a supernet that is trained for a short "
            + "while favours small paths, which learn sooner.",
            min: 0, max: 0.999),
        (int)options.Integer("population", 50, "Slices of a generation (SPOS, table 1).", min: 2, max: 1_000_000),
        (int)options.Integer(
            "parents", 10, "How many of the best slices so far the next generation comes from (SPOS).", min: 2, max: 1_000_000),
        options.Number("mutationRate", 0.1, "Chance of each decision of a mutated child to be drawn anew (SPOS).", min: 1e-6, max: 1),
        SliceOptions.Read(options));
}
