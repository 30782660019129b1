using NasEngine.Contracts;

namespace NasEngine.Strategies.Evolution;

/// <summary>Options of random search.</summary>
/// <param name="Unique">Never propose the same network twice.</param>
/// <param name="Feasible">Propose only what keeps to the objective's limits on costs that are known before a network runs.</param>
/// <param name="Stream">Name of the random numbers that proposals are drawn from.</param>
internal sealed record RandomOptions(bool Unique, bool Feasible, string Stream)
{
    /// <summary>Reads them.</summary>
    public static RandomOptions Read(OptionReader options) => new(
        options.Flag("unique", false, "Never propose the same network twice; ends the search when none is left."),
        options.Flag(
            "feasible", false, "Propose only what keeps to the objective's limits on known costs; ends the search when none is found."),
        options.Text("stream", "architecture", "Random numbers to draw from; another name with the same seed draws other networks."));
}
