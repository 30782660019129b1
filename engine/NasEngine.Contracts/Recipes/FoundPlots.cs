namespace NasEngine.Contracts.Recipes;

/// <summary>Pictures of what a search found.</summary>
public sealed class FoundPlots
{
    private readonly Func<string, string> _plot;

    internal FoundPlots(Func<string, string> plot) => _plot = plot;

    /// <summary>The objective's metric of each trial and the best so far; of a supernet, its losses by steps.</summary>
    /// <exception cref="InputException">There are fewer than two points.</exception>
    /// <example><code>result.Plot.History().Save("history.svg");</code></example>
    public FoundPlot History() => new(_plot("history"));

    /// <summary>All trials by the first two axes of the Pareto front, and the front.</summary>
    /// <exception cref="InputException">The objective has one axis.</exception>
    /// <example><code>result.Plot.ParetoFront().Save("front.svg");</code></example>
    public FoundPlot ParetoFront() => new(_plot("front"));
}
