using NasEngine.Contracts;
using NasEngine.Strategies.OneShot.BigNas;

namespace NasEngine.Strategies.OneShot;

/// <summary>
/// Offers strategies that train a supernet on paths and then search its slices: <c>single-path</c> and <c>big-nas</c>.
/// </summary>
public sealed class OneShotPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginRegistry registry)
    {
        registry.Strategy(
            "single-path",
            "Single-path one-shot: trains a supernet on sampled paths, then evolves its slices (SPOS, ECCV 2020, arXiv 1904.00420).",
            SinglePathOptions.Read,
            (options, setup) => new SinglePathStrategy(options, setup));

        registry.Strategy(
            "big-nas",
            "BigNAS: trains a supernet by the sandwich rule, then takes slices from coarse to fine, which need no training (arXiv "
                + "2003.11142).",
            BigNasOptions.Read,
            (options, setup) => new BigNasStrategy(options, setup));
    }
}
