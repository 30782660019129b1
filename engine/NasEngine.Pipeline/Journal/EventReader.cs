using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Pipeline.Journal;

/// <summary>Reads the events of one search and checks their chain.</summary>
public sealed class EventReader(SearchJournal journal, SearchHeader search)
{
    /// <summary>Number of the last event read, 0 before the first; with <see cref="Link"/> where a writer goes on.</summary>
    public long Sequence { get; private set; }

    /// <summary>The chain's link at <see cref="Sequence"/>.</summary>
    public long Link { get; private set; } = search.FirstLink;

    /// <summary>
    /// All events in order. Those up to <paramref name="skip"/> are checked but not decoded.
    /// </summary>
    /// <exception cref="InputException">An event was altered or lost; the message names its place.</exception>
    public IEnumerable<JournaledEvent> Read(long skip = 0)
    {
        using var command = journal.Command($"SELECT {EventRow.Columns} FROM events WHERE search = $search ORDER BY seq");
        command.Parameters.AddWithValue("$search", search.Id);
        using var reader = journal.Guard(command.ExecuteReader);
        var defined = search.Origin.Began is { } began ? DefinitionTable.Read(began.Spec) : null;
        while (journal.Guard(reader.Read))
        {
            var row = EventRow.Read(reader);
            if (row is null || !row.Follows(Sequence, Link))
            {
                throw JournalFile.Broken(
                    journal.Path, $"event {row?.Sequence ?? Sequence + 1} of search '{search.Spec.Name}' was altered or one "
                        + "before it is missing");
            }

            (Sequence, Link) = (row.Sequence, row.Link);
            var happened = Sequence > skip || row.Entry.Kind is EventCodec.RedefinedKind or EventCodec.RenamedKind
                ? EventCodec.Decode(row.Entry, search.Spec.Space.Id)
                : null;
            defined = happened switch
            {
                Redefined redefined => redefined.Spec,
                Renamed renamed when defined is not null => defined with { Name = renamed.Name },
                _ => defined,
            };

            if (Sequence > skip)
            {
                yield return new JournaledEvent(Sequence, DateTimeOffset.FromUnixTimeMilliseconds(row.At), happened!);
            }
        }

        if (defined is not null && !DefinitionTable.AreSame(defined, search.Spec))
        {
            throw JournalFile.Broken(journal.Path, $"the definition of search '{search.Spec.Name}' was altered");
        }
    }

    /// <summary>Reads all events for nothing but their chain.</summary>
    /// <exception cref="InputException">An event was altered or lost; the message names its place.</exception>
    public void Check() => _ = Read(skip: long.MaxValue).Count();
}
