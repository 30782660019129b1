using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Pipeline.Journal;

/// <summary>An event with its place and time.</summary>
public sealed record JournaledEvent(long Sequence, DateTimeOffset At, SearchEvent Event);

/// <summary>Reads the events of one search and checks their chain.</summary>
public sealed class EventReader(SearchJournal journal, SearchHeader search)
{
    /// <summary>Number of the last event read, 0 before the first; with <see cref="Link"/> where a writer goes on.</summary>
    public long Sequence { get; private set; }

    /// <summary>The chain's link at <see cref="Sequence"/>.</summary>
    public long Link { get; private set; }

    /// <summary>
    /// All events in order. Those up to <paramref name="skip"/> are checked but not decoded.
    /// </summary>
    /// <exception cref="InputException">An event was altered or lost; the message names its place.</exception>
    public IEnumerable<JournaledEvent> Read(long skip = 0)
    {
        using var command = journal.Command("SELECT seq, at, kind, version, payload, link FROM events WHERE search = $search ORDER BY seq");
        command.Parameters.AddWithValue("$search", search.Id);
        using var reader = journal.Guard(command.ExecuteReader);
        while (journal.Guard(reader.Read))
        {
            var sequence = reader.GetInt64(0);
            var at = reader.GetInt64(1);
            var entry = new JournalEntry(reader.GetString(2), reader.GetInt32(3), reader.GetFieldValue<byte[]>(4));
            var link = EntryChain.Next(Link, sequence, at, entry);
            if (sequence != Sequence + 1 || link != reader.GetInt64(5))
            {
                throw JournalFile.Broken(journal.Path, $"event {sequence} of search '{search.Spec.Name}' was altered or one before it is missing");
            }

            Sequence = sequence;
            Link = link;
            if (sequence > skip)
            {
                yield return new JournaledEvent(sequence, DateTimeOffset.FromUnixTimeMilliseconds(at), EventCodec.Decode(entry, search.Spec.Space.Id));
            }
        }
    }
}
