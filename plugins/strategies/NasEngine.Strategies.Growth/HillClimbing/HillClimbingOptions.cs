using NasEngine.Contracts;

namespace NasEngine.Strategies.Growth.HillClimbing;

/// <summary>Options of hill climbing by network morphisms (NASH, Elsken et al., arXiv 1711.04528); the defaults are the paper's.</summary>
/// <param name="Children">Networks of a round, the one climbed from among them, at least 2.</param>
/// <param name="Morphs">Changes of a child, at least 1.</param>
/// <param name="Epochs">Passes over the training data of each network of a round, positive.</param>
/// <param name="StartEpochs">Passes of the first network, positive.</param>
/// <param name="Start">Text of the first network; empty for the first choice of every decision.</param>
internal sealed record HillClimbingOptions(int Children, int Morphs, double Epochs, double StartEpochs, string Start)
{
    /// <summary>Reads them.</summary>
    public static HillClimbingOptions Read(OptionReader options) => new(
        (int)options.Integer(
            "children", 8, "Networks of a round, the one climbed from among them, which is trained on (n_neigh of NASH, arXiv 1711.04528).",
            min: 2, max: 10_000),
        (int)options.Integer("morphs", 5, "Random morphisms that make a child (n_NM of NASH).", min: 1, max: 10_000),
        options.Number(
            "epochs", 17, "Passes over the training data of each network of a round (epoch_neigh of NASH).", min: 0.001, max: 10_000),
        options.Number(
            "startEpochs", 20, "Passes over the training data of the first network (NASH, section 4.1).", min: 0.001, max: 10_000),
        options.Text("start", "", "The first network in the space's text form; without it the one of all first choices."));
}
