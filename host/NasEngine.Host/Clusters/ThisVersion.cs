using NasEngine.Cluster;
using NasEngine.Contracts;
using NasEngine.Host.Composition;

namespace NasEngine.Host.Clusters;

/// <summary>What machines of one cluster must agree on.</summary>
internal static class ThisVersion
{
    /// <summary>That of this program.</summary>
    public static ClusterVersions Of { get; } = new(Installation.Version, typeof(IPlugin).Assembly.GetName().Version!.ToString(3));
}
