using NasEngine.Cluster;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Networks;

namespace NasEngine.Host.Clusters;

/// <summary>What machines of one cluster must agree on, and what they compute on.</summary>
internal static class ThisMachine
{
    /// <summary>That of this program, here.</summary>
    public static ClusterVersions Of { get; } =
        new(Installation.Version, typeof(IPlugin).Assembly.GetName().Version!.ToString(3)) { Hardware = MachineName.Whole() };
}
