using Microsoft.Data.Sqlite;
using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Pipeline.Journal;

/// <summary>The last events of a search, without those before them.</summary>
internal static class EventTail
{
    /// <summary>Events after a place, their chain checked from there.</summary>
    /// <exception cref="InputException">One was altered or lost.</exception>
    public static IEnumerable<JournaledEvent> After(SearchJournal journal, SearchHeader header, long sequence)
    {
        using var command = Select(journal, header, "seq >= $seq ORDER BY seq", sequence);
        using var reader = journal.Guard(command.ExecuteReader);
        EventRow? before = null;
        while (journal.Guard(reader.Read))
        {
            var row = EventRow.Read(reader);
            if (row is null || (before is null ? row.Sequence != sequence : !row.Follows(before.Sequence, before.Link)))
            {
                throw JournalFile.Broken(journal.Path, $"an event of search '{header.Spec.Name}' after event {sequence} was altered");
            }

            if (before is not null)
            {
                yield return JournaledEvent.Of(row, header);
            }

            before = row;
        }
    }

    /// <summary>The chain's link at an event; null where there is none.</summary>
    public static long? LinkAt(SearchJournal journal, SearchHeader header, long sequence) => journal.Guard(() =>
    {
        using var command = Select(journal, header, "seq = $seq", sequence);
        using var reader = command.ExecuteReader();
        return reader.Read() ? EventRow.Read(reader)?.Link : null;
    });

    /// <summary>The last results up to a place, in order, without their proposals.</summary>
    /// <exception cref="InputException">One cannot be read.</exception>
    public static IReadOnlyList<JournaledEvent> LastResults(SearchJournal journal, SearchHeader header, long sequence, int results)
    {
        var kind = FormattableString.Invariant($"seq <= $seq AND kind = 'measured' ORDER BY seq DESC LIMIT {results}");
        using var command = Select(journal, header, kind, sequence);
        using var reader = journal.Guard(command.ExecuteReader);
        var events = new List<JournaledEvent>();
        while (journal.Guard(reader.Read))
        {
            events.Add(JournaledEvent.Of(EventRow.Read(reader) ?? throw JournalFile.Broken(
                journal.Path, $"an event of search '{header.Spec.Name}' before event {sequence} was altered"), header));
        }

        events.Reverse();
        return events;
    }

    /// <summary>The proposals and measurements of the last trials up to a place, in order.</summary>
    /// <exception cref="InputException">One cannot be read.</exception>
    public static IReadOnlyList<JournaledEvent> LastTrials(SearchJournal journal, SearchHeader header, long sequence, int trials)
    {
        var (found, events) = (0, new List<JournaledEvent>());
        using var command = Select(journal, header, "seq <= $seq ORDER BY seq DESC", sequence);
        using var reader = journal.Guard(command.ExecuteReader);
        while (found < trials && journal.Guard(reader.Read))
        {
            var row = EventRow.Read(reader) ?? throw JournalFile.Broken(
                journal.Path, $"an event of search '{header.Spec.Name}' before event {sequence} was altered");
            var happened = JournaledEvent.Of(row, header);
            if (happened.Event is Proposed { Candidate.Work: SupernetStep })
            {
                break; // The steps of a supernet come before its trials.
            }

            found += happened.Event is Proposed ? 1 : 0;
            events.Add(happened);
        }

        var proposed = events.Select(one => one.Event).OfType<Proposed>().Select(one => one.Candidate.Number).ToHashSet();
        events.Reverse();
        return [.. events.Where(one => one.Event switch
        {
            Proposed => true,
            Measured e => proposed.Contains(e.Number),
            Observed e => proposed.Contains(e.Number),
            _ => false,
        })];
    }

    /// <summary>What people wrote down up to a place, in order.</summary>
    /// <exception cref="InputException">One cannot be read.</exception>
    public static IReadOnlyList<JournaledEvent> Notes(SearchJournal journal, SearchHeader header, long sequence)
    {
        using var command = Select(journal, header, $"seq <= $seq AND kind = '{EventCodec.NotedKind}' ORDER BY seq", sequence);
        using var reader = journal.Guard(command.ExecuteReader);
        var notes = new List<JournaledEvent>();
        while (journal.Guard(reader.Read))
        {
            notes.Add(JournaledEvent.Of(EventRow.Read(reader) ?? throw JournalFile.Broken(
                journal.Path, $"a note of search '{header.Spec.Name}' was altered"), header));
        }

        return notes;
    }

    private static SqliteCommand Select(SearchJournal journal, SearchHeader header, string which, long sequence)
    {
        var command = journal.Command($"SELECT {EventRow.Columns} FROM events WHERE search = $search AND {which}");
        command.Parameters.AddWithValue("$search", header.Id);
        command.Parameters.AddWithValue("$seq", sequence);
        return command;
    }
}
