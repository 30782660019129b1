using NasEngine.Contracts;

namespace NasEngine.Strategies.Evolution;

/// <summary>Options of local search (White et al., arXiv 2005.02960).</summary>
/// <param name="Starts">Random architectures of which the best is where a climb begins, at least 1.</param>
/// <param name="FirstBetter">Whether a climb goes on from the first better neighbour; else from the best of all.</param>
internal sealed record LocalSearchOptions(int Starts = 10, bool FirstBetter = true)
{
    /// <summary>Reads them.</summary>
    public static LocalSearchOptions Read(OptionReader options) => new(
        (int)options.Integer("starts", 10, "Random architectures of which the best is where a climb begins.", min: 1, max: 1_000_000),
        options.Flag(
            "firstBetter", true, "Goes on from the first neighbour that is better; false looks at all of them and takes the best."));
}
