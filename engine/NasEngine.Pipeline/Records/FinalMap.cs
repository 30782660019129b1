using NasEngine.Search;

namespace NasEngine.Pipeline.Records;

/// <summary>What is measured of winners, and other definitions, to records and back.</summary>
internal static class FinalMap
{
    public static FinalistMeasuredRecord ToRecord(this FinalistMeasured measured) => new(
        measured.Rank, measured.Measurement.ToRecord(), measured.Latency?.ToRecord(),
        measured.FinalScore is { } score ? new FinalScoreRecord(score.Score, score.Excess) : null, measured.By.ToRecord(),
        measured.Seed);

    public static FinalistMeasured ToEvent(this FinalistMeasuredRecord record) =>
        new(record.Rank, record.Measurement.ToMeasurement(), record.Latency?.ToLatency())
        {
            FinalScore = record.FinalScore is { } score ? new FinalScore(score.Score, score.Excess) : null, By = record.By.ToWorkedBy(),
            Seed = record.Seed,
        };

    public static RedefinedRecord ToRecord(this Redefined redefined) => new(
        redefined.Spec.ToRecord(),
        [.. redefined.Kept.Select(kept => new KeptFinalRecord(RecordMap.Values(kept.Architecture), kept.Measured.ToRecord()))],
        redefined.MoreTime);

    public static Redefined ToEvent(this RedefinedRecord record, string space) => new(
        record.Spec.ToSpec(),
        [.. record.Kept.Select(kept => new KeptFinal(RecordMap.Architecture(space, kept.Architecture), kept.Measured.ToEvent()))])
    {
        MoreTime = record.MoreTime,
    };
}
