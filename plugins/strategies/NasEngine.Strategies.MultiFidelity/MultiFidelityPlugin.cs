using NasEngine.Contracts;
using NasEngine.Strategies.MultiFidelity.Asha;
using NasEngine.Strategies.MultiFidelity.Curves;
using NasEngine.Strategies.MultiFidelity.Extrapolation;
using NasEngine.Strategies.MultiFidelity.Halving;
using NasEngine.Strategies.MultiFidelity.Median;
using NasEngine.Strategies.MultiFidelity.MoAsha;

namespace NasEngine.Strategies.MultiFidelity;

/// <summary>
/// Offers strategies that train many architectures a little and few of them long: <c>successive-halving</c>, <c>hyperband</c>,
/// <c>asha</c>, <c>mo-asha</c>, <c>median-stopping</c> and
/// <c>curve-stopping</c>. Each races what another strategy proposes.
/// </summary>
public sealed class MultiFidelityPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginRegistry registry)
    {
        registry.Strategy(
            "successive-halving",
            "Successive halving: all for a few epochs, the best part of them for more, and so on (Jamieson & Talwalkar, arXiv 1502.07943).",
            SuccessiveHalvingOptions.Read,
            (options, setup) => HalvingStrategy.SuccessiveHalving(options, setup));

        registry.Strategy(
            "hyperband",
            "Hyperband: successive halving from many candidates at few epochs to few at many, in turn (Li et al., arXiv 1603.06560).",
            RungOptions.ReadHyperband,
            (options, setup) => HalvingStrategy.Hyperband(options, setup));

        registry.Strategy(
            "asha",
            "ASHA: halving without waiting; a free worker takes the best that may go up a rung, else a new one (Li et al., arXiv "
            + "1810.05934).",
            RungOptions.ReadAsha,
            (options, setup) => new AshaStrategy(options, setup));

        registry.Strategy(
            "mo-asha",
            "MO-ASHA: ASHA for several objectives, whose best go up by non-dominated sorting and an ε-net (Schmucker et al., arXiv "
            + "2106.12639).",
            RungOptions.ReadAsha,
            (options, setup) => new MoAshaStrategy(options, setup));

        registry.Strategy(
            "median-stopping",
            "Median stopping: a candidate is trained on while its best is no worse than the median of the others' means (Vizier, KDD "
            + "2017).",
            MedianOptions.Read,
            (options, setup) => new CurveStrategy("median-stopping", options.Curves, new MedianRule(options), setup));

        registry.Strategy(
            "curve-stopping",
            "Stopping by learning curves: a candidate is trained on while its extrapolated curve may become the best (Domhan et al., IJCAI "
            + "2015).",
            ExtrapolationOptions.Read,
            (options, setup) => new CurveStrategy("curve-stopping", options.Curves, new ExtrapolationRule(options), setup));
    }
}
