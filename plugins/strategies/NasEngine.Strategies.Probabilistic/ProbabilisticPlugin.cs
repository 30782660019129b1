using NasEngine.Contracts;

namespace NasEngine.Strategies.Probabilistic;

/// <summary>Offers the strategies that learn a distribution over architectures: <c>fp-nas</c> and <c>parsec</c>.</summary>
public sealed class ProbabilisticPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginRegistry registry)
    {
        registry.Strategy(
            "fp-nas",
            "FP-NAS: samples in proportion to the entropy of the distribution, coarse to fine (CVPR 2021, arXiv 2011.10949).",
            FpNasOptions.Read,
            (options, setup) => new ProbabilisticStrategy(Schedule.Of(options, setup.Budget), setup));

        registry.Strategy(
            "parsec",
            "PARSEC: importance-weighted learning of a distribution with a fixed number of samples (arXiv 1902.05116).",
            ParsecOptions.Read,
            (options, setup) => new ProbabilisticStrategy(Schedule.Of(options), setup));
    }
}
