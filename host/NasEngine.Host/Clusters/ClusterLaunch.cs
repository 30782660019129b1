using NasEngine.Cluster;
using NasEngine.Cluster.Security;

namespace NasEngine.Host.Clusters;

/// <summary>Where nodes join a run.</summary>
/// <param name="Endpoint">Where it listens.</param>
/// <param name="Tls">Its certificate; null for none.</param>
internal sealed record ClusterLaunch(ClusterEndpoint Endpoint, ClusterTls? Tls)
{
    /// <summary>How many slots of nodes help with the steps of a supernet.</summary>
    public int StepHelpers { get; init; }
}
