using NasEngine.Cluster.Messages;

namespace NasEngine.Cluster.Coordinating;

/// <summary>A worker wants a slot; said again, it still does.</summary>
internal sealed record WantLease(LeaseConnection Connection);

/// <summary>A worker needs its slot no more, or does not wait for one.</summary>
internal sealed record EndLease(LeaseConnection Connection);

/// <summary>A message for the slot of a worker.</summary>
internal sealed record Post(LeaseConnection Connection, ToSlot Message);
