using NasEngine.Contracts;
using NasEngine.Strategies.Learned.Enas;

namespace NasEngine.Strategies.Learned;

/// <summary>
/// Offers the multi-trial strategies <c>reinforce</c>, <c>ppo</c> and <c>pnas</c>, which learn from their trials, and <c>enas</c>, whose
/// controller learns from paths of a supernet.
/// </summary>
public sealed class LearnedPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginRegistry registry)
    {
        registry.Strategy(
            "reinforce",
            "An LSTM controller trained by REINFORCE (NAS, Zoph and Le, ICLR 2017, arXiv 1611.01578).",
            PolicyOptions.ReadReinforce,
            (options, setup) => new PolicyStrategy("reinforce", options, setup));

        registry.Strategy(
            "ppo",
            "An LSTM controller trained by PPO (NASNet, CVPR 2018, arXiv 1707.07012; MnasNet, CVPR 2019, arXiv 1807.11626).",
            PolicyOptions.ReadPpo,
            (options, setup) => new PolicyStrategy("ppo", options, setup));

        registry.Strategy(
            "pnas",
            "Progressive search: small networks first, then what surrogates expect most of (PNAS, ECCV 2018, arXiv 1712.00559).",
            PnasOptions.Read,
            (options, setup) => new PnasStrategy(options, setup));

        registry.Strategy(
            "enas",
            "ENAS: a controller learns by REINFORCE which paths of a supernet to train (ICML 2018, arXiv 1802.03268).",
            EnasOptions.Read,
            (options, setup) => new EnasStrategy(options, setup));
    }
}
