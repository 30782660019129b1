using NasEngine.Contracts;

namespace NasEngine.Strategies.Evolution;

/// <summary>Offers the multi-trial strategies <c>random</c>, <c>regularized-evolution</c> and <c>local-search</c>.</summary>
public sealed class EvolutionPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginRegistry registry)
    {
        registry.Strategy(
            "random",
            "Random search: every proposal drawn uniformly, whatever came before.",
            RandomOptions.Read,
            (options, setup) => new RandomStrategy(options, setup));

        registry.Serve(Need.Baseline, new ComponentSpec("random", OptionBag.Empty.With("unique", "true").With("feasible", "true")));

        registry.Strategy(
            "regularized-evolution",
            "Regularised evolution: mutates the best of a few, the oldest dies (Real et al., AAAI 2019, arXiv 1802.01548).",
            RegularizedEvolutionOptions.Read,
            (options, setup) => new RegularizedEvolutionStrategy(options, setup));

        registry.Strategy(
            "local-search",
            "Local search: from the best of a few to a better neighbour until there is none, then anew (arXiv 2005.02960).",
            LocalSearchOptions.Read,
            (options, setup) => new LocalSearchStrategy(options, setup));
    }
}
