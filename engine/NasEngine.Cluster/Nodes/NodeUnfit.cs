namespace NasEngine.Cluster.Nodes;

/// <summary>What went wrong is this machine's, and no fault of the job: it has no room, cannot get a file, or starts no worker.</summary>
internal sealed class NodeUnfit(Exception inner) : Exception(inner.Message, inner);
