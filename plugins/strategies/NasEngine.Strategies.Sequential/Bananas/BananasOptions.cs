using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>
/// Options of BANANAS (White, Neiswanger and Savani, AAAI 2021, arXiv 1910.11858), with the defaults of the authors' code but for the
/// length of the code and the ranks.
/// </summary>
/// <param name="Initial">Random architectures first, at least 0.</param>
/// <param name="Batch">Trials between two trainings, at least 1.</param>
/// <param name="Candidates">Mutants that are compared, at least 1.</param>
/// <param name="Parents">The most trials that are mutated, at least 1.</param>
/// <param name="Ensemble">Perceptrons, at least 1.</param>
/// <param name="Layers">Hidden layers of each, at least 1.</param>
/// <param name="Width">Units of a hidden layer, at least 1.</param>
/// <param name="PathLength">Paths of the code, the shortest first, at least 1.</param>
/// <param name="Ranked">Whether targets are normal scores; else standardised scores.</param>
/// <param name="Training">How each perceptron is trained.</param>
internal sealed record BananasOptions(
    int Initial,
    int Batch,
    int Candidates,
    int Parents,
    int Ensemble,
    int Layers,
    int Width,
    int PathLength,
    bool Ranked,
    MlpTraining Training)
{
    /// <summary>Reads them.</summary>
    public static BananasOptions Read(OptionReader options) => new(
        (int)options.Integer("initial", 10, "Random architectures first (num_init).", min: 0, max: 1_000_000),
        (int)options.Integer("batch", 10, "Trials between two trainings of the ensemble (k).", min: 1, max: 1_000_000),
        (int)options.Integer("candidates", 100, "Mutants that are compared for a proposal.", min: 1, max: 1_000_000),
        (int)options.Integer(
            "parents", 5, "Best trials that are mutated: the best one, and others where it has too few mutants.", min: 1, max: 1_000_000),
        (int)options.Integer("ensemble", 5, "Perceptrons of the ensemble (num_ensemble).", min: 1, max: 100),
        (int)options.Integer("layers", 10, "Hidden layers of each perceptron (num_layers).", min: 1, max: 100),
        (int)options.Integer("width", 20, "Units of each hidden layer (layer_width).", min: 1, max: 1_000),
        (int)options.Integer(
            "pathLength",
            200,
            "Paths that the code has in a space that has paths, the shortest first: all 155 of NAS-Bench-201; the authors have 30.",
            min: 1,
            max: 1_000_000),
        options.OneOf(
            "scores",
            "ranked",
            "Targets: normal scores of the ranks (a Gaussian copula), or standardised scores; the authors have the plain ones.",
            "ranked",
            "standardised") == "ranked",
        new MlpTraining(
            (int)options.Integer("epochs", 150, "Passes over the trials.", min: 1, max: 100_000),
            (int)options.Integer("batchSize", 32, "Trials of a training step.", min: 1, max: 10_000),
            options.Number("learningRate", 0.01, "Adam's step size; its second decay is 0.99.", min: 1e-12)));
}
