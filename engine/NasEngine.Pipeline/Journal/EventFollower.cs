using NasEngine.Contracts;

namespace NasEngine.Pipeline.Journal;

/// <summary>Reads the events of a search as they are committed, from a place on; their chain is checked.</summary>
/// <param name="journal">The journal.</param>
/// <param name="header">The search.</param>
/// <param name="sequence">Number of the event after which it begins; 0 for the first.</param>
/// <param name="link">The chain's link there.</param>
public sealed class EventFollower(SearchJournal journal, SearchHeader header, long sequence, long link)
{
    private long _sequence = sequence;
    private long _link = link;

    /// <summary>Begins before the first event.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="header">The search.</param>
    public EventFollower(SearchJournal journal, SearchHeader header)
        : this(journal, header, 0, header.FirstLink)
    {
    }

    /// <summary>What was committed since it was asked last.</summary>
    /// <exception cref="InputException">An event was altered or lost, or the journal cannot be read.</exception>
    public IReadOnlyList<JournaledEvent> Next()
    {
        using var command = journal.Command($"SELECT {EventRow.Columns} FROM events WHERE search = $search AND seq > $seq ORDER BY seq");
        command.Parameters.AddWithValue("$search", header.Id);
        command.Parameters.AddWithValue("$seq", _sequence);
        var events = new List<JournaledEvent>();
        using var reader = journal.Guard(command.ExecuteReader);
        while (journal.Guard(reader.Read))
        {
            if (EventRow.Read(reader) is not { } row || !row.Follows(_sequence, _link))
            {
                throw JournalFile.Broken(
                    journal.Path, $"event {_sequence + 1} of search '{header.Spec.Name}' was altered or one before it is missing");
            }

            (_sequence, _link) = (row.Sequence, row.Link);
            events.Add(new JournaledEvent(
                row.Sequence, DateTimeOffset.FromUnixTimeMilliseconds(row.At), EventCodec.Decode(row.Entry, header.Spec.Space.Id)));
        }

        return events;
    }
}
