using NasEngine.Search;

namespace NasEngine.Pipeline.Records;

/// <summary>Who had a candidate, to a record and back.</summary>
internal static class WorkedByMap
{
    public static WorkedByRecord? ToRecord(this WorkedBy by) =>
        by.IsKnown ? new WorkedByRecord(by.Worker, (float)by.Seconds, by.Node) : null;

    public static WorkedBy ToWorkedBy(this WorkedByRecord? record) =>
        record is null ? default : new WorkedBy(record.Worker, record.Seconds) { Node = record.Node };
}
