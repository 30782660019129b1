using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>Options of Bayesian optimisation towards a front.</summary>
/// <param name="Initial">Random architectures first, at least 0.</param>
/// <param name="Samples">Draws of what is pending, at least 1.</param>
/// <param name="Draws">Random architectures that the acquisition is looked for among, at least 1.</param>
/// <param name="Points">The most trials that are modelled, at least 2.</param>
internal sealed record HypervolumeOptions(int Initial = 10, int Samples = 16, int Draws = 200, int Points = 200)
{
    /// <summary>Reads them.</summary>
    public static HypervolumeOptions Read(OptionReader options) => new(
        (int)options.Integer("initial", 10, "Random architectures first.", min: 0, max: 1_000_000),
        (int)options.Integer(
            "samples", 16, "Draws of how what is pending may come out; without anything pending the closed form needs none.", min: 1,
            max: 10_000),
        (int)options.Integer(
            "draws", 200,
            "Random architectures that the best acquisition is looked for among, beside the neighbours of the front.", min: 1,
            max: 1_000_000),
        (int)options.Integer(
            "points", 200, "The most trials that are modelled: half the newest, half the best of the others on the first axis.", min: 2,
            max: 5_000));
}
