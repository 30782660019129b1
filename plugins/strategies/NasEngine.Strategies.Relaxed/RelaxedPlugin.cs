using NasEngine.Contracts;
using NasEngine.Strategies.Relaxed.Darts;

namespace NasEngine.Strategies.Relaxed;

/// <summary>Offers the strategies that weigh all choices and differentiate by the weights: <c>darts</c>.</summary>
public sealed class RelaxedPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginRegistry registry) => registry.Strategy(
        "darts",
        "DARTS: gradient descent on a weighted sum of all operations, first or second order (ICLR 2019, arXiv 1806.09055).",
        DartsOptions.Read,
        (options, setup) => new DartsStrategy(options, setup));
}
