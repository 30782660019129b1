using System.Net;

namespace NasEngine.Cluster.Nodes;

/// <summary>Where a coordinator may be.</summary>
/// <param name="Endpoint">The address, or the name, that it may go by.</param>
/// <param name="At">The address.</param>
/// <param name="From">The address of this machine that it reaches.</param>
internal sealed record CoordinatorPlace(ClusterEndpoint Endpoint, IPAddress At, string From);
