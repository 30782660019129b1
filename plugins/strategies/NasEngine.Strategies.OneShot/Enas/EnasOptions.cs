using NasEngine.Contracts;

namespace NasEngine.Strategies.OneShot.Enas;

/// <summary>
/// Options of ENAS (ICML 2018, arXiv 1802.03268); the defaults are those of the authors' program for the search of convolutional cells.
/// </summary>
/// <param name="WeightSteps">Steps of the shared weights before the controller learns, at least 1.</param>
/// <param name="ControllerSteps">Steps of the controller before the weights go on, at least 1.</param>
/// <param name="Aggregate">Paths of a step of the controller, at least 1.</param>
/// <param name="Finalists">Paths drawn at the end, of which the best is taken, at least 1.</param>
/// <param name="FinalBatches">Validation batches that these are measured on, at least 1.</param>
/// <param name="EntropyWeight">Weight of the entropy in the reward, per nat.</param>
/// <param name="BaselineDecay">Decay of the mean reward that is the baseline, in [0, 1).</param>
/// <param name="TanhConstant">Logits are this times tanh of what is learned, positive; 0 for no bound.</param>
/// <param name="Adam">Step size and moments of the controller.</param>
internal sealed record EnasOptions(
    long WeightSteps, long ControllerSteps, int Aggregate, int Finalists, int FinalBatches,
    double EntropyWeight, double BaselineDecay, double TanhConstant, AdamOptions Adam)
{
    /// <summary>Reads them.</summary>
    public static EnasOptions Read(OptionReader options) => new(
        options.Integer(
            "weightSteps", 281, "Steps of the shared weights in a round, each on one path; an epoch of CIFAR-10 in batches of 160 "
                + "in ENAS.", min: 1),
        options.Integer("controllerSteps", 30, "Steps of the controller in a round (ENAS, controller_train_steps).", min: 1),
        (int)options.Integer("aggregate", 10, "Paths of a step of the controller (ENAS, controller_num_aggregate).", min: 1, max: 4096),
        (int)options.Integer(
            "finalists", 10, "Paths drawn by the trained controller, of which the best is taken (ENAS, section 2.3).", min: 1, max: 4096),
        (int)options.Integer(
            "finalBatches", 1, "Validation batches that these are measured on; one in ENAS, section 2.3.", min: 1, max: 1_000_000),
        options.Number("entropyWeight", 1e-4, "Weight of the controller's entropy in the reward, per nat (ENAS, "
            + "controller_entropy_weight).", min: 0),
        options.Number("baselineDecay", 0.99, "Decay of the mean reward that is the baseline (ENAS, bl_dec).", min: 0, max: 1 - 1e-12),
        options.Number("tanhConstant", 1.1, "Bound of the logits, so that the controller goes on exploring (ENAS, "
            + "controller_tanh_constant); 0 for none.", min: 0),
        AdamOptions.Read(options, new AdamOptions(LearningRate: 0.0035)));
}
