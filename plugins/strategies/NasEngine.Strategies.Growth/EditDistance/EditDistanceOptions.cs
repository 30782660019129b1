using NasEngine.Contracts;

namespace NasEngine.Strategies.Growth.EditDistance;

/// <summary>Options of Bayesian optimisation over network morphisms (Auto-Keras, KDD 2019, arXiv 1806.10282).</summary>
/// <param name="Process">Constants of the Gaussian process and its bound.</param>
/// <param name="Cooling">What the temperature of the tree search is multiplied by.</param>
/// <param name="Lowest">The temperature at which it ends.</param>
/// <param name="StartEpochs">Passes over the training data of the first network, positive.</param>
/// <param name="Epochs">Passes over the training data of each later one, positive.</param>
/// <param name="Start">Text of the first network; empty for the first choice of every decision.</param>
internal sealed record EditDistanceOptions(
    EditProcessOptions Process, double Cooling, double Lowest, double StartEpochs, double Epochs, string Start)
{
    /// <summary>Reads them.</summary>
    public static EditDistanceOptions Read(OptionReader options) => new(
        new EditProcessOptions(
            options.Number("beta", 2.576, "β of the upper confidence bound μ + β·σ (Auto-Keras).", min: 0),
            options.Number(
                "skipWeight", 1, "λ, what the distance of skip connections counts beside that of layers (Auto-Keras, eq. 3).", min: 0),
            options.Number(
                "noise", 0.01, "Variance of a measurement about the function, as a share of the scores' variance.", min: 1e-10, max: 1)),
        options.Number(
            "cooling", 0.9, "What the temperature of the tree search is multiplied by for each network that grows (Auto-Keras).", min: 0.01,
            max: 0.9999),
        options.Number(
            "lowestTemperature", 1e-4, "The temperature at which the tree search ends, from 1 on (Auto-Keras).", min: 1e-12, max: 0.9),
        options.Number("startEpochs", 20, "Passes over the training data of the first network.", min: 0.001, max: 10_000),
        options.Number(
            "epochs", 17, "Passes over the training data of each later network, from the weights of the one it grew from.", min: 0.001,
            max: 10_000),
        options.Text("start", "", "The first network in the space's text form; without it the one of all first choices."));
}
