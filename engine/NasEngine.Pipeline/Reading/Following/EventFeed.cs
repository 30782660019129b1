using System.Runtime.CompilerServices;
using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;

namespace NasEngine.Pipeline.Reading.Following;

/// <summary>
/// The events of one search as they are committed, from a place on. Their chain is not checked, so that a million are read in seconds;
/// that the event it stands at is still the same is, so that a journal that was cut back or replaced is noticed.
/// </summary>
internal sealed class EventFeed
{
    private long _link;

    /// <summary>Number of the last event that was read.</summary>
    public long Sequence { get; private set; }

    /// <summary>The next events, at most so many; null where the journal is not the one that it was.</summary>
    /// <exception cref="InputException">One cannot be read.</exception>
    public IReadOnlyList<JournaledEvent>? Next(SearchJournal journal, SearchHeader header, int most)
    {
        var events = new List<JournaledEvent>();
        return Read(journal, header, most, scan => events.Add(JournaledEvent.Of(scan, header))) is null ? null : events;
    }

    /// <summary>How many of the next events there were, at most so many; null where the journal is not the one that it was.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="header">The search.</param>
    /// <param name="most">Events at most.</param>
    /// <param name="take">Called with each in turn; what it gives is good until the next one.</param>
    /// <exception cref="InputException">One cannot be read.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int? Read(SearchJournal journal, SearchHeader header, int most, Action<EventScan> take)
    {
        using var scan = new EventScan(journal, header.Id, Sequence, Sequence == 0 ? most : most + 1L);
        if (Sequence > 0 && !(scan.Next() && scan.Sequence == Sequence && scan.Link == _link))
        {
            return null;
        }

        var count = 0;
        for (; scan.Next(); count++)
        {
            if (scan.Sequence != Sequence + 1 || !scan.IsSound)
            {
                throw JournalFile.Broken(
                    journal.Path, $"the event after event {Sequence} of search '{header.Spec.Name}' was altered or is missing");
            }

            take(scan);
            (Sequence, _link) = (scan.Sequence, scan.Link);
        }

        return count;
    }
}
