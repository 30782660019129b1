using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Pipeline.Journal;

/// <summary>Which plugins a search runs on, by its journal.</summary>
/// <param name="Hashes">SHA-256 of each plugin's files, as the search ran on them last.</param>
/// <param name="Start">
/// The search at the last change of plugins: what came before is not asked of the new ones; null when there was none.
/// </param>
internal sealed record PluginHistory(ImmutableSortedDictionary<string, string> Hashes, Snapshot? Start)
{
    /// <summary>Reads it, before anything of the search is replayed.</summary>
    /// <exception cref="InputException">The journal is damaged.</exception>
    public static PluginHistory Read(SearchJournal journal, SearchHeader search) => journal.Guard(() =>
    {
        using var command = journal.Command(
            $"SELECT {EventRow.Columns} FROM events WHERE search = $search AND kind = '{EventCodec.PluginsChangedKind}' ORDER BY seq");
        command.Parameters.AddWithValue("$search", search.Id);
        using var reader = command.ExecuteReader();
        var history = new PluginHistory(search.Origin.PluginHashes.ToImmutableSortedDictionary(StringComparer.Ordinal), null);
        while (reader.Read())
        {
            var row = EventRow.Read(reader) ?? throw JournalFile.Broken(
                journal.Path, $"a change of plugins in search '{search.Spec.Name}' was altered");
            history = history.With(row.Sequence, (PluginsChanged)EventCodec.Decode(row.Entry, search.Spec.Space.Id));
        }

        return history;
    });

    /// <summary>What differs from the plugins there are now.</summary>
    public ImmutableArray<PluginChange> ChangesTo(IReadOnlyDictionary<string, string> now) =>
    [
        .. now.OrderBy(plugin => plugin.Key, StringComparer.Ordinal)
            .Where(plugin => Hashes.GetValueOrDefault(plugin.Key) != plugin.Value)
            .Select(plugin => new PluginChange(plugin.Key, Hashes.GetValueOrDefault(plugin.Key, ""), plugin.Value)),
    ];

    private PluginHistory With(long sequence, PluginsChanged changed) => new(
        Hashes.SetItems(changed.Changes.Select(change => KeyValuePair.Create(change.Plugin, change.Now))),
        changed.Start is { } start ? Snapshot.At(sequence, start) : Start);
}
