using System.Collections.Immutable;
using MessagePack;
using NasEngine.Contracts;
using NasEngine.Pipeline.Records;
using NasEngine.Search;

namespace NasEngine.Pipeline.Journal;

/// <summary>
/// Events to journal entries and back. A payload's layout never changes within a version; entries of every version ever
/// written are read.
/// </summary>
public static class EventCodec
{
    /// <summary>Kind of the entry of a <see cref="PluginsChanged"/>.</summary>
    internal const string PluginsChangedKind = "plugins-changed";

    /// <summary>Kind of the entry of a <see cref="Redefined"/>.</summary>
    internal const string RedefinedKind = "redefined";

    /// <summary>Kind of the entry of a <see cref="Paused"/>.</summary>
    internal const string PausedKind = "paused";

    /// <summary>Kind of the entry of a <see cref="Resumed"/>.</summary>
    internal const string ResumedKind = "resumed";

    /// <summary>Kind of the entry of a <see cref="Renamed"/>.</summary>
    internal const string RenamedKind = "renamed";

    /// <summary>Kind of the entry of a <see cref="Noted"/>.</summary>
    internal const string NotedKind = "noted";

    /// <summary>Kind of the entry of a <see cref="NodeHappened"/>.</summary>
    internal const string NodeKind = "node";

    /// <summary>An event to its entry.</summary>
    public static JournalEntry Encode(SearchEvent happened) => happened switch
    {
        Proposed e => Entry("proposed", e.Candidate.ToRecord()),
        Enqueued e => Entry("enqueued", new EnqueuedRecord(RecordMap.Values(e.Architecture))),
        AttemptFailed e => Entry("attempt-failed", new AttemptFailedRecord(e.Number, e.Attempt, e.Reason, e.By.ToRecord())),
        Measured e => Entry("measured", new MeasuredRecord(e.Number, e.Measurement.ToRecord(), e.By.ToRecord())),
        Observed e => Entry("observed", new ObservedRecord(e.Number, new Dictionary<string, double>(e.Status))),
        CheckpointSaved e => Entry("checkpoint", new CheckpointRecord(e.Number, e.File, e.Sha256)),
        PluginsChanged e => Entry(PluginsChangedKind, e.ToRecord()),
        FinalistsChosen e => Entry("finalists", new FinalistsRecord(
            [.. e.Architectures.Select(RecordMap.Values)], e.Alphas.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()))),
        FinalistMeasured e => Entry("finalist-measured", e.ToRecord()),
        FinalistsRanked e => Entry("finalists-ranked", new FinalistsRankedRecord([.. e.Order])),
        Redefined e => Entry(RedefinedKind, e.ToRecord()),
        TimeSpent => Entry("time-spent", new EndedRecord(null)),
        Renamed e => Entry(RenamedKind, new RenamedRecord(e.Name)),
        Noted e => Entry(NotedKind, new NotedRecord(e.Text, e.Candidate)),
        NodeHappened e => Entry(NodeKind, e.ToRecord()),
        Paused => Entry(PausedKind, new EndedRecord(null)),
        Resumed => Entry(ResumedKind, new EndedRecord(null)),
        Completed => Entry("completed", new EndedRecord(null)),
        Failed e => Entry("failed", new EndedRecord(e.Reason, e.Retry)),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "Unknown event."),
    };

    /// <summary>An entry to its event.</summary>
    /// <exception cref="InputException">A kind or version that this program does not know, or bytes that are not one.</exception>
    public static SearchEvent Decode(JournalEntry entry, string space)
    {
        if (entry.Version < 1 || entry.Version > Newest(entry.Kind))
        {
            throw Unknown(entry);
        }

        try
        {
            return Decode(entry.Kind, entry.Payload, space) ?? throw Unknown(entry);
        }
        catch (MessagePackSerializationException problem)
        {
            throw new InputException($"A journal entry of kind '{entry.Kind}' cannot be read: {problem.Message}", problem);
        }
    }

    private static SearchEvent? Decode(string kind, byte[] payload, string space) => kind switch
    {
        "proposed" => new Proposed(RecordBytes.Read<CandidateRecord>(payload).ToCandidate(space)),
        "enqueued" => new Enqueued(RecordMap.Architecture(space, RecordBytes.Read<EnqueuedRecord>(payload).Architecture)),
        "attempt-failed" => RecordBytes.Read<AttemptFailedRecord>(payload) is var e
            ? new AttemptFailed(e.Number, e.Attempt, e.Reason) { By = e.By.ToWorkedBy() } : null,
        "measured" => RecordBytes.Read<MeasuredRecord>(payload) is var e
            ? new Measured(e.Number, e.Measurement.ToMeasurement()) { By = e.By.ToWorkedBy() } : null,
        "observed" => RecordBytes.Read<ObservedRecord>(payload) is var e
            ? new Observed(e.Number, e.Status.ToImmutableSortedDictionary(StringComparer.Ordinal)) : null,
        "checkpoint" => RecordBytes.Read<CheckpointRecord>(payload) is var e ? new CheckpointSaved(e.Number, e.File, e.Sha256) : null,
        PluginsChangedKind => RecordBytes.Read<PluginsChangedRecord>(payload).ToEvent(),
        "finalists" => RecordBytes.Read<FinalistsRecord>(payload) is var e
            ? new FinalistsChosen(
                [.. e.Architectures.Select(values => RecordMap.Architecture(space, values))], RecordMap.ToSeries(e.Alphas)) : null,
        "finalist-measured" => RecordBytes.Read<FinalistMeasuredRecord>(payload).ToEvent(),
        RedefinedKind => RecordBytes.Read<RedefinedRecord>(payload).ToEvent(space),
        "finalists-ranked" => new FinalistsRanked([.. RecordBytes.Read<FinalistsRankedRecord>(payload).Order]),
        "time-spent" => new TimeSpent(),
        RenamedKind => new Renamed(RecordBytes.Read<RenamedRecord>(payload).Name),
        NotedKind => RecordBytes.Read<NotedRecord>(payload) is var e ? new Noted(e.Text, e.Candidate) : null,
        NodeKind => RecordBytes.Read<NodeHappenedRecord>(payload).ToEvent(),
        PausedKind => new Paused(),
        ResumedKind => new Resumed(),
        "completed" => new Completed(),
        "failed" => RecordBytes.Read<EndedRecord>(payload) is var e ? new Failed(e.Reason ?? "") { Retry = e.Retry } : null,
        _ => null,
    };

    private static JournalEntry Entry<T>(string kind, T record) => new(kind, Newest(kind), RecordBytes.Write(record));

    /// <summary>
    /// Proposals have mixtures and options of rules from version 2 on, from version 3 on where weights come from, estimators, parts and
    /// numbers of batches; their work says its layout itself.
    /// </summary>
    private static int Newest(string kind) => kind == "proposed" ? 3 : 1;


    private static InputException Unknown(JournalEntry entry) => new(
        $"The journal holds an entry of kind '{entry.Kind}' version {entry.Version}, which this version of the program does not "
        + "know; use a newer one.");
}
