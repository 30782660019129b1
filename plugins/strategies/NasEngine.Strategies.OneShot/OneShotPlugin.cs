using NasEngine.Contracts;

namespace NasEngine.Strategies.OneShot;

/// <summary>Offers the strategy that first trains a supernet and then searches its slices: <c>single-path</c>.</summary>
public sealed class OneShotPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginRegistry registry) => registry.Strategy(
        "single-path",
        "Single-path one-shot: trains a supernet on sampled paths, then evolves its slices (SPOS, ECCV 2020, arXiv 1904.00420).",
        SinglePathOptions.Read,
        (options, setup) => new SinglePathStrategy(options, setup));
}
