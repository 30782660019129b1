using System.Collections.Immutable;

namespace NasEngine.Networks;

/// <summary>Scores of networks that are not trained; of all, more is meant to be better.</summary>
internal static class ZeroCostProxies
{
    /// <summary>The proxies by the name of their metric.</summary>
    public static ImmutableSortedDictionary<string, Func<ProxyCase, double>> All { get; } = new Dictionary<string, Func<ProxyCase, double>>
    {
        ["fisher"] = Fisher.Of,
        ["grad_norm"] = LossGradients.GradientNorm,
        ["grasp"] = GradientFlow.Of,
        ["jacob_cov"] = JacobianCovariance.Of,
        ["naswot"] = Naswot.Of,
        ["snip"] = LossGradients.Snip,
        ["synflow"] = SynFlow.Of,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
