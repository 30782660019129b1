using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>
/// Offers the strategies that choose a trial by all trials before it: <c>bayesian</c>, <c>bananas</c>, <c>tpe</c>, <c>nsga2</c> and
/// <c>qlogehvi</c>.
/// </summary>
public sealed class SequentialPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginRegistry registry)
    {
        registry.Strategy(
            "bayesian",
            "Bayesian optimisation: a Gaussian process over the decisions, expected improvement or upper confidence bound.",
            BayesianOptions.Read,
            (options, setup) => new BayesianStrategy(options, setup));

        registry.Strategy(
            "bananas",
            "BANANAS: an ensemble of perceptrons on path codes, independent Thompson sampling of mutants (AAAI 2021, arXiv 1910.11858).",
            BananasOptions.Read,
            (options, setup) => new BananasStrategy(options, setup));

        registry.Strategy(
            "tpe",
            "Tree-structured Parzen estimator: where good trials are likely and others are not (Bergstra et al., NIPS 2011).",
            TpeOptions.Read,
            (options, setup) => new TpeStrategy(options, setup));

        registry.Strategy(
            "nsga2",
            "NSGA-II: evolution towards the Pareto front of several metrics, limits before everything (Deb et al., 2002).",
            Nsga2Options.Read,
            (options, setup) => new Nsga2Strategy(options, setup));

        registry.Strategy(
            "qlogehvi",
            "qLogEHVI: Bayesian optimisation towards the Pareto front by expected hypervolume improvement (NeurIPS 2023, arXiv "
            + "2310.20708).",
            HypervolumeOptions.Read,
            (options, setup) => new HypervolumeStrategy(options, setup));
    }
}
