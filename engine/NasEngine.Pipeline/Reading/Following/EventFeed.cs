using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;

namespace NasEngine.Pipeline.Reading.Following;

/// <summary>
/// The events of one search as they are committed, from a place on. Their chain is not checked, so that a million are read in seconds;
/// that the event it stands at is still the same is, so that a journal that was cut back or replaced is noticed.
/// </summary>
/// <param name="sequence">Number of the event to begin after; 0 for all.</param>
/// <param name="link">Its link, where it is not 0.</param>
internal sealed class EventFeed(long sequence = 0, long? link = null)
{
    private long? _link = link;

    /// <summary>Number of the last event that was read.</summary>
    public long Sequence { get; private set; } = sequence;

    /// <summary>The next events, at most so many; null where the journal is not the one that it was.</summary>
    /// <exception cref="InputException">One cannot be read.</exception>
    public IReadOnlyList<JournaledEvent>? Next(SearchJournal journal, SearchHeader header, int most) =>
        Rows(journal, header, most)?.Select(row => Decoded(row, header)).ToList();

    /// <summary>An event of its row.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static JournaledEvent Decoded(EventRow row, SearchHeader header) => new(
        row.Sequence, DateTimeOffset.FromUnixTimeMilliseconds(row.At), EventCodec.Decode(row.Entry, header.Spec.Space.Id));

    /// <summary>As <see cref="Next"/>, not decoded yet.</summary>
    /// <exception cref="InputException">One cannot be read.</exception>
    public IReadOnlyList<EventRow>? Rows(SearchJournal journal, SearchHeader header, int most)
    {
        using var command = journal.Command(
            $"SELECT {EventRow.Columns} FROM events WHERE search = $search AND seq >= $seq ORDER BY seq LIMIT $most");
        command.Parameters.AddWithValue("$search", header.Id);
        command.Parameters.AddWithValue("$seq", Sequence);
        command.Parameters.AddWithValue("$most", most + 1);
        using var reader = journal.Guard(command.ExecuteReader);
        var rows = new List<EventRow>();
        var stands = Sequence == 0;
        while (journal.Guard(reader.Read))
        {
            var row = EventRow.Read(reader) ?? throw Broken(journal, header);
            if (!stands)
            {
                stands = row.Sequence == Sequence && (_link is null || row.Link == _link);
                if (!stands)
                {
                    return null;
                }

                _link = row.Link;
                continue;
            }

            if (row.Sequence != Sequence + 1)
            {
                throw Broken(journal, header);
            }

            (Sequence, _link) = (row.Sequence, row.Link);
            rows.Add(row);
        }

        return stands ? rows : null;
    }

    private InputException Broken(SearchJournal journal, SearchHeader header) => JournalFile.Broken(
        journal.Path, $"the event after event {Sequence} of search '{header.Spec.Name}' was altered or is missing");
}
