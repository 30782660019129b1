using MessagePack;

namespace NasEngine.Cluster.Messages;

/// <summary>
/// All that nodes and the coordinator say to each other beside the cluster's own messages; nothing else is read. A message may come
/// late, twice or never: who sends repeats until he sees that it arrived, who receives knows leases and jobs by their numbers.
/// </summary>
[Union(0, typeof(Hello))]
[Union(1, typeof(Welcome))]
[Union(2, typeof(Refused))]
[Union(3, typeof(Beat))]
[Union(4, typeof(Heard))]
[Union(5, typeof(ToSlot))]
[Union(6, typeof(FromSlot))]
[Union(7, typeof(Taken))]
[Union(8, typeof(Release))]
[Union(9, typeof(ContentWanted))]
[Union(10, typeof(ContentChunk))]
[Union(11, typeof(ContentGone))]
internal interface IClusterMessage;

/// <summary>A node says what it is, until it is welcomed or refused.</summary>
/// <param name="Engine">Version of the program.</param>
/// <param name="Contracts">Version of the plugins' contract.</param>
/// <param name="Protocol">Version of the messages of workers.</param>
/// <param name="Name">Its name, for people.</param>
/// <param name="Slots">Worker processes that it has room for.</param>
/// <param name="Clock">Its clock, milliseconds since 1970 UTC.</param>
/// <param name="Device">Where its workers have their tensors; null where it leaves that to the search.</param>
/// <param name="Tags">What it is good for, joined by commas; null or empty where it does not say.</param>
/// <param name="Hardware">What it computes on; null or empty where it does not say.</param>
[MessagePackObject]
internal sealed record Hello(
    [property: Key(0)] string Engine,
    [property: Key(1)] string Contracts,
    [property: Key(2)] int Protocol,
    [property: Key(3)] string Name,
    [property: Key(4)] int Slots,
    [property: Key(5)] long Clock = 0,
    [property: Key(6)] string? Device = null,
    [property: Key(7)] string? Tags = null,
    [property: Key(8)] string? Hardware = null) : IClusterMessage;

/// <summary>The node is one of the coordinator's.</summary>
[MessagePackObject]
internal sealed record Welcome([property: Key(0)] int Protocol) : IClusterMessage;

/// <summary>The node is none of the coordinator's, and why.</summary>
[MessagePackObject]
internal sealed record Refused([property: Key(0)] string Sentence) : IClusterMessage;

/// <summary>The node lives, and what its slots do; sent every second. A free slot asks for work with it.</summary>
[MessagePackObject]
internal sealed record Beat([property: Key(0)] SlotRecord[] Slots) : IClusterMessage;

/// <summary>A slot of a node.</summary>
/// <param name="Slot">Which one.</param>
/// <param name="Lease">The lease that it works for; 0 when it is free.</param>
/// <param name="Jobs">Jobs that it has and whose answer was not taken yet.</param>
/// <param name="Kept">
/// The name (<see cref="JobKeys"/>) of a job that another coordinator, or another lease, gave it, and that it has done or goes on with;
/// null when there is none.
/// </param>
[MessagePackObject]
internal sealed record SlotRecord(
    [property: Key(0)] int Slot,
    [property: Key(1)] long Lease,
    [property: Key(2)] long[] Jobs,
    [property: Key(3)] string? Kept = null);

/// <summary>The coordinator lives, and heard the node.</summary>
[MessagePackObject]
internal sealed record Heard([property: Key(0)] int Nodes) : IClusterMessage;

/// <summary>A message for the worker of a slot; the first one of a lease configures it.</summary>
/// <param name="Lease">The lease.</param>
/// <param name="Slot">The slot that it is of.</param>
/// <param name="Job">Number of the job.</param>
/// <param name="Body">The worker's message, as on a pipe.</param>
/// <param name="Contents">Files that it needs.</param>
[MessagePackObject]
internal sealed record ToSlot(
    [property: Key(0)] long Lease,
    [property: Key(1)] int Slot,
    [property: Key(2)] long Job,
    [property: Key(3)] byte[] Body,
    [property: Key(4)] ContentRecord[] Contents) : IClusterMessage;

/// <summary>A message of the worker of a slot.</summary>
/// <param name="Lease">The lease.</param>
/// <param name="Job">Number of the job.</param>
/// <param name="Body">The worker's message, as on a pipe.</param>
/// <param name="Contents">Files that the job left.</param>
[MessagePackObject]
internal sealed record FromSlot(
    [property: Key(0)] long Lease,
    [property: Key(1)] long Job,
    [property: Key(2)] byte[] Body,
    [property: Key(3)] ContentRecord[] Contents) : IClusterMessage;

/// <summary>The answer of a job was taken.</summary>
[MessagePackObject]
internal sealed record Taken([property: Key(0)] long Lease, [property: Key(1)] long Job) : IClusterMessage;

/// <summary>A lease is over.</summary>
/// <param name="Lease">The lease.</param>
/// <param name="Keep">Whether its worker goes on, for another lease; else nobody needs it any more.</param>
[MessagePackObject]
internal sealed record Release([property: Key(0)] long Lease, [property: Key(1)] bool Keep = false) : IClusterMessage;

/// <summary>A file by its content.</summary>
/// <param name="Place">What it is to whoever gets it: <c>plugin/…</c>, <c>file/…</c>, <c>network/…</c>, <c>export/…</c>.</param>
/// <param name="Sha256">SHA-256 of the content, hexadecimal.</param>
/// <param name="Length">Bytes.</param>
[MessagePackObject]
internal sealed record ContentRecord(
    [property: Key(0)] string Place,
    [property: Key(1)] string Sha256,
    [property: Key(2)] long Length);

/// <summary>Asks for a content from a byte on.</summary>
[MessagePackObject]
internal sealed record ContentWanted([property: Key(0)] string Sha256, [property: Key(1)] long Offset) : IClusterMessage;

/// <summary>A part of a content.</summary>
[MessagePackObject]
internal sealed record ContentChunk(
    [property: Key(0)] string Sha256,
    [property: Key(1)] long Offset,
    [property: Key(2)] byte[] Bytes) : IClusterMessage;

/// <summary>There is no such content any more.</summary>
[MessagePackObject]
internal sealed record ContentGone([property: Key(0)] string Sha256) : IClusterMessage;
