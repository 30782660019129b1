using NasEngine.Contracts;

namespace NasEngine.Pipeline.Journal;

/// <summary>Reads the events of a search as they are committed, from a place on; their chain is checked.</summary>
/// <param name="sequence">Number of the event after which it begins; 0 for the first.</param>
/// <param name="link">The chain's link there.</param>
public sealed class EventFollower(long sequence, long link)
{
    /// <summary>Begins before the first event of a search.</summary>
    public EventFollower(SearchHeader header)
        : this(0, header.FirstLink)
    {
    }

    /// <summary>Number of the last event that was read.</summary>
    public long Sequence { get; private set; } = sequence;

    /// <summary>The chain's link there.</summary>
    public long Link { get; private set; } = link;

    /// <summary>What was committed since it was asked last. Where that cannot be read, the same is read the next time.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="header">The search.</param>
    /// <param name="most">Events at most.</param>
    /// <exception cref="InputException">An event was altered or lost, or the journal cannot be read.</exception>
    public IReadOnlyList<JournaledEvent> Next(SearchJournal journal, SearchHeader header, int most = int.MaxValue)
    {
        using var command = journal.Command(
            $"SELECT {EventRow.Columns} FROM events WHERE search = $search AND seq > $seq ORDER BY seq LIMIT $most");
        command.Parameters.AddWithValue("$search", header.Id);
        command.Parameters.AddWithValue("$seq", Sequence);
        command.Parameters.AddWithValue("$most", most);
        var events = new List<JournaledEvent>();
        var (sequence, link) = (Sequence, Link);
        using var reader = journal.Guard(command.ExecuteReader);
        while (journal.Guard(reader.Read))
        {
            if (EventRow.Read(reader) is not { } row || !row.Follows(sequence, link))
            {
                throw JournalFile.Broken(
                    journal.Path, $"event {sequence + 1} of search '{header.Spec.Name}' was altered or one before it is missing");
            }

            events.Add(JournaledEvent.Of(row, header));
            (sequence, link) = (row.Sequence, row.Link);
        }

        (Sequence, Link) = (sequence, link);
        return events;
    }
}
