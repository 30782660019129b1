using MessagePack;

namespace NasEngine.Benchmarks.MessagePack;

/// <summary>Work for a worker: a supernet step over K architectures.</summary>
[MessagePackObject]
public sealed record Assign(
    [property: Key(0)] Guid Search,
    [property: Key(1)] long Trial,
    [property: Key(2)] ulong Seed,
    [property: Key(3)] string Space,
    [property: Key(4)] int[][] Architectures,
    [property: Key(5)] Dictionary<string, string> Settings);

/// <summary>What a worker measured.</summary>
[MessagePackObject]
public sealed record Done(
    [property: Key(0)] Guid Search,
    [property: Key(1)] long Trial,
    [property: Key(2)] Dictionary<string, double[]> Curves,
    [property: Key(3)] Dictionary<string, double> Metrics,
    [property: Key(4)] string? Error);

/// <summary>The smallest message: still alive, and how far.</summary>
[MessagePackObject]
public sealed record Progress([property: Key(0)] long Trial, [property: Key(1)] int Epoch, [property: Key(2)] double Loss);
