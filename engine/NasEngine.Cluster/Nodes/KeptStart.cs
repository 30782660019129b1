using NasEngine.Cluster.Contents;
using NasEngine.Cluster.Messages;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Cluster.Nodes;

/// <summary>What a worker was to be started with that was kept and is started already.</summary>
/// <param name="Configure">The search.</param>
/// <param name="Contents">Files that it needs.</param>
/// <param name="Source">Where they are.</param>
internal sealed record KeptStart(Configure Configure, ContentRecord[] Contents, ContentSource Source);
