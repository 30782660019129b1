using MessagePack;
using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Records;
using NasEngine.Search;

namespace NasEngine.Pipeline.Reading;

/// <summary>
/// A completed search by what was saved when its last candidate was measured, and by what came after that: however many candidates there
/// were, it takes as long. Its front of trials was saved with it.
/// </summary>
public static class HistoryEnd
{
    /// <summary>The history with its last trials; null where it must be read from its beginning.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="header">The search.</param>
    /// <param name="trials">How many of its last trials are wanted.</param>
    /// <exception cref="InputException">What is read of the journal is damaged.</exception>
    public static SearchHistory? Read(SearchJournal journal, SearchHeader header, int trials)
    {
        if (header.State != "completed" || SnapshotTable.Latest(journal, header.Id) is not { } snapshot
            || RecordBytes.Read<StateRecord>(snapshot.State) is not { Failures.Reasons: not null, Front: not null } record)
        {
            return null;
        }

        var totals = new SearchTotals(record.ToState(header.Spec));
        var lacksFront = !totals.State.IsSupernet && header.Spec.Objective.Axes.Length >= ParetoFront.LeastAxes
            && (totals.State.Placed is null || totals.State.NonDominated.Any(member => member.Measurement is null));
        if (totals.Reasons is null || totals.State.LostAttempts > 0 || lacksFront)
        {
            return null;
        }

        var after = EventTail.After(journal, header, snapshot.Sequence).ToArray();
        if (after.Any(happened => happened.Event is Proposed or Measured or AttemptFailed or Redefined or PluginsChanged)
            || totals.State.Unmeasured.Any())
        {
            return null;
        }

        var history = new HistoryBuilder(header);
        foreach (var happened in EventTail.Notes(journal, header, snapshot.Sequence)
            .Concat(EventTail.LastTrials(journal, header, snapshot.Sequence, trials)).Concat(after))
        {
            history.Add(happened.At, happened.Event);
        }

        return history.Done() with { Totals = totals };
    }
}
