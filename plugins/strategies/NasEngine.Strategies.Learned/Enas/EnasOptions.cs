using NasEngine.Contracts;

namespace NasEngine.Strategies.Learned.Enas;

/// <summary>
/// Options of ENAS (ICML 2018, arXiv 1802.03268); the defaults are those of the authors' program for the search of convolutional cells.
/// </summary>
/// <param name="WarmupSteps">Steps of the shared weights before the first round.</param>
/// <param name="WeightSteps">Steps of the shared weights before the controller learns, at least 1.</param>
/// <param name="ControllerSteps">Steps of the controller before the weights go on, at least 1.</param>
/// <param name="Aggregate">Paths of a step of the controller, at least 1.</param>
/// <param name="Finalists">Paths drawn at the end, of which the best is taken, at least 1.</param>
/// <param name="FinalBatches">Validation batches that these are measured on, at least 1.</param>
/// <param name="EntropyWeight">Weight of the entropy in the reward, per nat.</param>
/// <param name="BaselineDecay">Decay of the mean reward that is the baseline, in [0, 1).</param>
/// <param name="TanhConstant">Logits are this times tanh of the network's outputs, positive; 0 for no bound.</param>
/// <param name="OperationReduce">What the bound of operations is divided by, at least 1.</param>
/// <param name="Temperature">What the outputs are divided by before, positive.</param>
/// <param name="Layers">Layers of the LSTM, at least 1.</param>
/// <param name="Units">Units of a layer, at least 1.</param>
/// <param name="InitRange">Parameters begin uniform in ± this.</param>
/// <param name="Adam">Step size and moments of the controller.</param>
internal sealed record EnasOptions(
    long WarmupSteps, long WeightSteps, long ControllerSteps, int Aggregate, int Finalists, int FinalBatches,
    double EntropyWeight, double BaselineDecay, double TanhConstant, double OperationReduce, double Temperature,
    int Layers, int Units, double InitRange, AdamOptions Adam)
{
    /// <summary>Reads them.</summary>
    public static EnasOptions Read(OptionReader options) => new(
        options.Integer(
            "warmupSteps", 0, "Steps of the shared weights before the first round, on paths of the controller as it begins.", min: 0),
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
        options.Unless("tanhConstant", "0").Number(
            "opTanhReduce", 2.5, "What that bound is divided by for choices without an order that are no sources of a node: operations "
            + "(ENAS, controller_op_tanh_reduce).", min: 1),
        options.Number("policyTemperature", 1, "What the outputs of the controller are divided by before; 5 in the authors' search of "
            + "whole networks (ENAS, controller_temperature).", min: 1e-6),
        (int)options.Integer("layers", 1, "Layers of the controller's LSTM (ENAS, lstm_num_layers).", min: 1, max: 100),
        (int)options.Integer(
            "units", 64, "Units of each layer, and width of the embeddings of choices (ENAS, lstm_size).", min: 1, max: 10_000),
        options.Number("initRange", 0.1, "Parameters of the controller begin uniform in ± this (ENAS, appendix).", min: 1e-9, max: 100),
        AdamOptions.Read(options, new AdamOptions(LearningRate: 0.0035)));

    /// <summary>The bound of a decision's logits: that of operations is lower than that of the sources of nodes.</summary>
    public LogitBound Bound(Decision decision) => new(
        Temperature, TanhConstant / (decision.Ordered || decision.Name.Split('.')[^1].StartsWith("source", StringComparison.Ordinal)
            ? 1
            : OperationReduce));
}
