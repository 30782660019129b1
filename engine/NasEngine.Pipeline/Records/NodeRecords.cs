using MessagePack;

namespace NasEngine.Pipeline.Records;

/// <summary>News of a node as bytes.</summary>
[Union(0, typeof(CandidateLeftRecord))]
[Union(1, typeof(NodeJoinedRecord))]
[Union(2, typeof(NodeLeftRecord))]
[Union(3, typeof(StartFailedRecord))]
public interface INodeNewsRecord;

/// <summary>A <see cref="NasEngine.Search.CandidateLeft"/> as bytes.</summary>
[MessagePackObject]
public sealed record CandidateLeftRecord([property: Key(0)] long Number, [property: Key(1)] string Reason) : INodeNewsRecord;

/// <summary>A <see cref="NasEngine.Search.NodeJoined"/> as bytes.</summary>
[MessagePackObject]
public sealed record NodeJoinedRecord(
    [property: Key(0)] long Coordinator,
    [property: Key(1)] string Address,
    [property: Key(2)] int Slots,
    [property: Key(3)] string? Device,
    [property: Key(4)] string Engine,
    [property: Key(5)] string Contracts,
    [property: Key(6)] double ClockAhead,
    [property: Key(7)] string? Tags = null,
    [property: Key(8)] string? Hardware = null) : INodeNewsRecord;

/// <summary>A <see cref="NasEngine.Search.NodeLeft"/> as bytes.</summary>
[MessagePackObject]
public sealed record NodeLeftRecord([property: Key(0)] string Reason) : INodeNewsRecord;

/// <summary>A <see cref="NasEngine.Search.StartFailed"/> as bytes.</summary>
[MessagePackObject]
public sealed record StartFailedRecord([property: Key(0)] string Reason) : INodeNewsRecord;

/// <summary>A <see cref="NasEngine.Search.NodeHappened"/> as bytes.</summary>
[MessagePackObject]
public sealed record NodeHappenedRecord(
    [property: Key(0)] long Id,
    [property: Key(1)] string Name,
    [property: Key(2)] INodeNewsRecord News);
