using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Pipeline.Journal;

/// <summary>An event with its place and time.</summary>
/// <param name="Sequence">Its number in its search, from 1.</param>
/// <param name="At">When it was committed, UTC.</param>
/// <param name="Event">The event.</param>
public sealed record JournaledEvent(long Sequence, DateTimeOffset At, SearchEvent Event)
{
    /// <summary>The event of a row of a search.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    internal static JournaledEvent Of(EventRow row, SearchHeader header) => Of(row.Sequence, row.At, row.Entry, header);

    /// <summary>The event that a scan stands at.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    internal static JournaledEvent Of(EventScan scan, SearchHeader header) => Of(scan.Sequence, scan.At, scan.Entry, header);

    private static JournaledEvent Of(long sequence, long at, JournalEntry entry, SearchHeader header) =>
        new(sequence, DateTimeOffset.FromUnixTimeMilliseconds(at), EventCodec.Decode(entry, header.Spec.Space.Id));
}
