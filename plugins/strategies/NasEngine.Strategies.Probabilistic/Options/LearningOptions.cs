using NasEngine.Contracts;

namespace NasEngine.Strategies.Probabilistic;

/// <summary>What PARSEC and FP-NAS have in common.</summary>
/// <param name="Adam">The optimiser of the architecture parameters.</param>
/// <param name="LossScale">What the mean cross-entropy of a batch is multiplied by in the importance weights, positive.</param>
/// <param name="Constraint">How the objective's cost targets are kept to.</param>
/// <param name="CostWeight">β, the weight of the penalty per path, at least 0.</param>
/// <param name="MultiplierRate">Step of the dual ascent, positive.</param>
/// <param name="MultiplierGain">Gain of the proportional term, at least 0.</param>
/// <param name="Baseline">Whether the mean weight is taken from each; false is the papers' estimator.</param>
/// <param name="WarmupSteps">Steps at the start that train weights only.</param>
/// <param name="ValidationBatches">Batches that the validation paths of a step are measured on, at least 1.</param>
internal sealed record LearningOptions(
    AdamOptions Adam,
    double LossScale = 1,
    CostConstraint Constraint = CostConstraint.Expected,
    double CostWeight = 1,
    double MultiplierRate = 0.05,
    double MultiplierGain = 3,
    bool Baseline = true,
    long WarmupSteps = 0,
    int ValidationBatches = 1)
{
    /// <summary>Reads them.</summary>
    public static LearningOptions Read(OptionReader options) => new(
        AdamOptions.Read(options, new AdamOptions()),
        options.Number("lossScale", 1,
            "Importance weights are the softmax of minus this times a path's mean cross-entropy (PARSEC, arXiv 1902.05116): 1 for the mean "
            + "over the batch, the batch size for the sum, which tends to one-hot.",
            min: 1e-12),
        options.OneOf("constraint", "expected",
            "How cost targets are kept to: expected, the expected cost at or under its target by a multiplier; or paths, the papers' "
            + "penalty of each path over it, which drives the expected cost far below (FP-NAS, arXiv 2011.10949).",
            "expected", "paths") == "paths" ? CostConstraint.Paths : CostConstraint.Expected,
        options.When("constraint", "paths").Number("costWeight", 1,
            "β of the penalty β·C/ΣC of paths over the objective's cost targets; 1 weighs it as much as the loss.",
            min: 0),
        options.When("constraint", "expected").Number("multiplierRate", 0.05,
            "How much a multiplier grows in a step for each share that the expected cost is over its target, and falls for each it is "
            + "under.",
            min: 1e-9),
        options.When("constraint", "expected").Number("multiplierGain", 3,
            "What a share that the expected cost is over its target weighs at once, beside the multiplier; it keeps the cost from "
            + "swinging (arXiv 2007.03964).",
            min: 0),
        options.Flag("baseline", true,
            "Takes the mean weight from each path's, which leaves the expected gradient of the loss as it is and takes most of its noise "
            + "away; false for the papers' estimator, which needs a larger lossScale."),
        options.Integer("warmupSteps", 0,
            "Steps at the start that train the weights on uniformly sampled paths and leave the distribution alone.", min: 0),
        (int)options.Integer("validationBatches", 1,
            "Validation batches that the paths of a step are measured on, the same ones for all of them; 1 in the papers.", min: 1,
            max: 1_000_000));
}
