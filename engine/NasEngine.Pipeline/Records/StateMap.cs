using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Pipeline.Records;

/// <summary>States of searches that are still searching, to records and back.</summary>
public static class StateMap
{
    /// <summary>A state to its record.</summary>
    public static StateRecord ToRecord(this SearchState state) => new(
        state.Next,
        state.ObservedCount,
        state.Samples,
        [.. state.Pending.Select(candidate => candidate.ToRecord())],
        [.. state.Arrived.Select(arrival => new MeasuredRecord(arrival.Number, arrival.Measurement.ToRecord()))],
        new Dictionary<long, int>(state.Attempts),
        [.. state.Leaders.Select(leader => new LeaderRecord(
            leader.Number, RecordMap.Values(leader.Architecture), leader.Score, leader.Measurement.ToRecord(), leader.Excess,
            leader.Network))],
        new Dictionary<string, double>(state.Status),
        state.Last?.ToRecord(),
        state.IsSupernet,
        [.. state.NonDominated.Select(member => new FrontRecord(
            member.Number, RecordMap.Values(member.Architecture), [.. member.Values], member.Measurement?.ToRecord()))],
        state.Unscored,
        new SpentRecord(state.Spent.Trials, state.Spent.Steps, state.Spent.Epochs, state.Spent.VirtualSeconds, state.Spent.Nearest),
        state.TopFidelity is { } top
            ? new FidelityRecord(top.Epochs, top.DataFraction, top.Resolution, top.Estimator, top.PriorEpochs)
            : null,
        state.Kept.ToDictionary(kept => kept.Key, kept => kept.Value.Hash),
        state.TimeSpent,
        FailuresMap.ToRecord(state),
        state.IsPaused,
        [.. state.Queue.Select(RecordMap.Values)],
        [.. state.Wished],
        state.Placed,
        state.Kept.Where(kept => kept.Value.Architecture is not null)
            .ToDictionary(kept => kept.Key, kept => RecordMap.Values(kept.Value.Architecture!)));

    /// <summary>A record to its state.</summary>
    public static SearchState ToState(this StateRecord record, SearchSpec spec) => new(spec)
    {
        Next = record.Next,
        IsSupernet = record.IsSupernet ?? record.Pending.FirstOrDefault()?.Work is StepRecord or PathStepRecord,
        ObservedCount = record.Observed,
        Samples = record.Samples,
        Pending = [.. record.Pending.Select(candidate => candidate.ToCandidate(spec.Space.Id))],
        Arrived = [.. record.Arrived.Select(arrival => new Arrival(arrival.Number, arrival.Measurement.ToMeasurement()))],
        Attempts = record.Attempts.ToImmutableSortedDictionary(),
        Leaders = [.. record.Leaders.Select(leader => new Leader(
            leader.Number,
            RecordMap.Architecture(spec.Space.Id, leader.Architecture),
            leader.Score,
            leader.Measurement.ToMeasurement(),
            leader.Excess)
        {
            Network = leader.Network,
        })],
        NonDominated = [.. (record.Front ?? []).Select(member => new FrontMember(
            member.Number, RecordMap.Architecture(spec.Space.Id, member.Architecture), [.. member.Values])
        {
            Measurement = member.Measurement?.ToMeasurement(),
        })],
        Unscored = record.Unscored,
        Status = record.Status.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Last = record.Last?.ToMeasurement(),
        Spent = SpentOf(record),
        TopFidelity = record.TopFidelity is { } top
            ? new Fidelity(top.Epochs, top.DataFraction, top.Resolution, top.Estimator) { PriorEpochs = top.PriorEpochs }
            : record.Leaders.Length > 0 ? Fidelity.Full
            : null,
        TimeSpent = record.TimeSpent,
        IsPaused = record.IsPaused,
        Queue = [.. (record.Queue ?? []).Select(values => RecordMap.Architecture(spec.Space.Id, values))],
        Wished = [.. record.Wished ?? []],
        Placed = record.Placed,
        Failures = FailuresMap.ToTally(record.Failures),
        LostFor = record.Failures?.LostFor,
        LostAttempts = record.Failures?.Lost ?? 0,
        Kept = (record.Kept ?? []).ToImmutableSortedDictionary(kept => kept.Key, kept => new LeftNetwork(
            kept.Value,
            record.KeptOf?.GetValueOrDefault(kept.Key) is { } values ? RecordMap.Architecture(spec.Space.Id, values) : null)),
    };

    /// <summary>What earlier programs did not write: their searches had trials alone, or steps alone.</summary>
    private static Spent SpentOf(StateRecord record) => record switch
    {
        { Spent: { } spent } => new Spent(spent.Trials, spent.Steps, spent.Epochs, spent.VirtualSeconds, spent.Nearest),
        { IsSupernet: true } => new Spent(Steps: record.Next),
        _ => new Spent(Trials: record.Next),
    };
}
