using MessagePack;

namespace NasEngine.Pipeline.Records;

/// <summary>News of a node as bytes.</summary>
[Union(0, typeof(CandidateLeftRecord))]
public interface INodeNewsRecord;

/// <summary>A <see cref="NasEngine.Search.CandidateLeft"/> as bytes.</summary>
[MessagePackObject]
public sealed record CandidateLeftRecord([property: Key(0)] long Number, [property: Key(1)] string Reason) : INodeNewsRecord;

/// <summary>A <see cref="NasEngine.Search.NodeHappened"/> as bytes.</summary>
[MessagePackObject]
public sealed record NodeHappenedRecord(
    [property: Key(0)] long Id,
    [property: Key(1)] string Name,
    [property: Key(2)] INodeNewsRecord News);
