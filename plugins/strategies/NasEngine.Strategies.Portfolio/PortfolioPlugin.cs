using NasEngine.Contracts;

namespace NasEngine.Strategies.Portfolio;

/// <summary>Offers strategies made of strategies: <c>portfolio</c>, and <c>warm-start</c> from an earlier search.</summary>
public sealed class PortfolioPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginRegistry registry)
    {
        registry.Strategy(
            "portfolio",
            "Portfolio: several strategies share one search; who improved the best lately proposes more often (P3BO, arXiv 2006.03227).",
            PortfolioOptions.Read,
            (options, setup) => new PortfolioStrategy(options, setup));

        registry.Strategy(
            "warm-start",
            "Warm start: another strategy that begins with what an earlier search of the workspace learned, tried or found.",
            WarmStartOptions.Read,
            (options, setup) => new WarmStartStrategy(options, setup));
    }
}
