using NasEngine.Cluster.Messages;
using NasEngine.Pipeline.Workers.Protocol;
using NasEngine.Search;

namespace NasEngine.Cluster.Coordinating;

/// <summary>A worker wants a slot; said again, it still does.</summary>
internal sealed record WantLease(LeaseConnection Connection);

/// <summary>A worker needs its slot no more, or does not wait for one.</summary>
internal sealed record EndLease(LeaseConnection Connection);

/// <summary>A message for the slot of a worker that is not answered.</summary>
internal sealed record Post(LeaseConnection Connection, ToSlot Message);

/// <summary>A message for the slot of a worker, which is sent until it arrived.</summary>
internal sealed record Send(LeaseConnection Connection, PendingCall Call);

/// <summary>The node of a worker failed in a way that may be its own. Answered by <see cref="Judged"/>.</summary>
internal sealed record Unfit(LeaseConnection Connection, JobFailed Failed);

/// <summary>What a search is told of that.</summary>
internal sealed record Judged(Exception Problem);

/// <summary>Somebody wants to be told of nodes: of those that there are, and of what happens; said again, it still does.</summary>
internal sealed record Watch(Action<NodeHappened> Told);

/// <summary>Somebody wants to be told no more.</summary>
internal sealed record Unwatch(Action<NodeHappened> Told);
