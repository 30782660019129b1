using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Pipeline.Records;

/// <summary>What failed in a search, to its record and back.</summary>
internal static class FailuresMap
{
    /// <summary>The failures of a state.</summary>
    public static FailuresRecord ToRecord(SearchState state) => new(
        state.Failures.Kinds.ToDictionary(pair => (int)pair.Key, pair => pair.Value),
        state.Failures.InARow,
        state.Failures.Last is { } last ? new Measurement { Failure = last }.ToRecord() : null,
        state.Failures.LostFrom,
        state.LostFor,
        new Dictionary<string, long>(state.Failures.Reasons),
        state.LostAttempts,
        state.Failures.Longest);

    /// <summary>A record's failures; none where there is no record.</summary>
    public static FailureTally ToTally(FailuresRecord? record) => record is null ? FailureTally.None : new FailureTally
    {
        Kinds = record.Kinds.ToImmutableSortedDictionary(pair => (FailureKind)pair.Key, pair => pair.Value),
        Reasons = (record.Reasons ?? []).ToImmutableSortedDictionary(StringComparer.Ordinal),
        InARow = record.InARow,
        Longest = record.Longest,
        Last = record.Last?.ToMeasurement().Failure,
        LostFrom = record.LostFrom,
    };
}
