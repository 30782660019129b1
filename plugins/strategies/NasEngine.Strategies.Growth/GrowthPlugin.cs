using NasEngine.Contracts;
using NasEngine.Strategies.Growth.CompoundScaling;
using NasEngine.Strategies.Growth.EditDistance;
using NasEngine.Strategies.Growth.HillClimbing;
using NasEngine.Strategies.Growth.TrainOnce;

namespace NasEngine.Strategies.Growth;

/// <summary>
/// Offers strategies that make networks larger, <c>hill-climbing</c>, <c>edit-distance</c> and <c>compound-scaling</c>, and the one that
/// only trains what it is given, <c>train-once</c>.
/// </summary>
public sealed class GrowthPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginRegistry registry)
    {
        registry.Strategy(
            "hill-climbing",
            "Hill climbing by network morphisms: children grow from the best so far with its weights (Elsken et al., arXiv 1711.04528).",
            HillClimbingOptions.Read,
            (options, setup) => new HillClimbingStrategy(options, setup));

        registry.Strategy(
            "edit-distance",
            "Bayesian optimisation over network morphisms, by the edit distance of networks (Auto-Keras, KDD 2019, arXiv 1806.10282).",
            EditDistanceOptions.Read,
            (options, setup) => new EditDistanceStrategy(options, setup));

        registry.Strategy(
            "compound-scaling",
            "Compound scaling: a grid of depth, width and resolution at twice the cost, then all by one exponent (EfficientNet, "
                + "arXiv 1905.11946).",
            CompoundScalingOptions.Read,
            (options, setup) => new CompoundScalingStrategy(options, setup));

        registry.Strategy(
            "train-once",
            "Trains the networks it is given, each once, and keeps them: for spaces that are one network, and for references.",
            TrainOnceOptions.Read,
            (options, setup) => new TrainOnceStrategy(options, setup));
        registry.Serve(Need.Given, "train-once");
    }
}
