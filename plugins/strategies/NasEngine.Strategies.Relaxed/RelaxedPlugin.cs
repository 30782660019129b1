using NasEngine.Contracts;
using NasEngine.Strategies.Relaxed.Darts;
using NasEngine.Strategies.Relaxed.DMasking;
using NasEngine.Strategies.Relaxed.DrNas;
using NasEngine.Strategies.Relaxed.Gdas;
using NasEngine.Strategies.Relaxed.Nasp;
using NasEngine.Strategies.Relaxed.TfNas;

namespace NasEngine.Strategies.Relaxed;

/// <summary>
/// Offers the strategies that weigh choices and differentiate by the weights: <c>darts</c>, <c>pc-darts</c>, <c>nasp</c>, <c>gdas</c>,
/// <c>drnas</c>,
/// <c>dmasking</c> and <c>tf-nas</c>.
/// </summary>
public sealed class RelaxedPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginRegistry registry)
    {
        Add(registry, "darts",
            "DARTS: gradient descent on a weighted sum of all operations, first or second order (ICLR 2019, arXiv 1806.09055).",
            DartsOptions.Read, (options, setup) => new DartsMethod(options, setup));
        Add(registry, "pc-darts",
            "PC-DARTS: DARTS on a part of the channels, with weights of edges, after epochs of weights alone (ICLR 2020, arXiv "
            + "1907.05737).",
            PcDartsOptions.Read, (options, setup) => options.In(setup));
        Add(registry, "nasp",
            "NASP: gradient descent on weights in [0, 1] that are projected to one operation each for every pass (AAAI 2020, arXiv "
            + "1905.13577).",
            NaspOptions.Read, (options, setup) => new NaspMethod(options, setup));
        Add(registry, "gdas",
            "GDAS: one operation each, drawn by Gumbel-softmax and differentiated through it (CVPR 2019, arXiv 1910.04465).",
            GdasOptions.Read, (options, setup) => new GdasMethod(options, setup));
        Add(registry, "drnas",
            "DrNAS: gradient descent through weights drawn from Dirichlet distributions (ICLR 2021, arXiv 2006.10355).",
            DrNasOptions.Read, (options, setup) => new DrNasMethod(options, setup));
        Add(registry, "dmasking",
            "DMaskingNAS: Gumbel-softmax over channel masks and operations, with the expected cost in the loss (FBNetV2, CVPR 2020, arXiv "
            + "2004.05565).",
            DMaskingOptions.Read, (options, setup) => new DMaskingMethod(options, setup));
        Add(registry, "tf-nas",
            "TF-NAS: bi-sampled operations, sink-connected depths, and widths scaled to the cost target (ECCV 2020, arXiv 2008.05314).",
            TfNasOptions.Read, (options, setup) => new TfNasMethod(options, setup));
    }

    private static void Add<TOptions>(
        IPluginRegistry registry,
        string id,
        string summary,
        Func<OptionReader, TOptions> read,
        Func<TOptions, StrategySetup, IRelaxedMethod> create) =>
        registry.Strategy(id, summary, read, (options, setup) => new RelaxedStrategy(create(options, setup), setup));
}
