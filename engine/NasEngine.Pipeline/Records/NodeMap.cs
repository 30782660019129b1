using NasEngine.Search;

namespace NasEngine.Pipeline.Records;

/// <summary>News of nodes to records and back.</summary>
public static class NodeMap
{
    /// <summary>An event to its record.</summary>
    public static NodeHappenedRecord ToRecord(this NodeHappened happened) =>
        new(happened.Node.Id, happened.Node.Name, happened.News.ToRecord());

    /// <summary>A record to its event.</summary>
    public static NodeHappened ToEvent(this NodeHappenedRecord record) => new(new NodeRef(record.Id, record.Name), record.News.ToNews());

    private static INodeNewsRecord ToRecord(this NodeNews news) => news switch
    {
        CandidateLeft one => new CandidateLeftRecord(one.Number, one.Reason),
        NodeJoined { Facts: var one } => new NodeJoinedRecord(
            one.Coordinator, one.Address, one.Slots, one.Device, one.Engine, one.Contracts, one.ClockAhead, one.Tags, one.Hardware),
        NodeLeft one => new NodeLeftRecord(one.Reason),
        StartFailed one => new StartFailedRecord(one.Reason),
        _ => throw new ArgumentOutOfRangeException(nameof(news), news, "Unknown news."),
    };

    private static NodeNews ToNews(this INodeNewsRecord record) => record switch
    {
        CandidateLeftRecord one => new CandidateLeft(one.Number, one.Reason),
        NodeJoinedRecord one => new NodeJoined(
            new(one.Coordinator, one.Address, one.Slots, one.Device, one.Engine, one.Contracts, one.ClockAhead)
            {
                Tags = one.Tags ?? "", Hardware = one.Hardware ?? "",
            }),
        NodeLeftRecord one => new NodeLeft(one.Reason),
        StartFailedRecord one => new StartFailed(one.Reason),
        _ => throw new ArgumentOutOfRangeException(nameof(record), record, "Unknown news."),
    };
}
