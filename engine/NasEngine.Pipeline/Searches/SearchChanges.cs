using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Workspaces;
using NasEngine.Search;

namespace NasEngine.Pipeline.Searches;

/// <summary>
/// What is done to searches as a whole: another name, or away with them. The caller holds the lock of the workspace, so that none of them
/// runs. What the program made of a search goes with it, see <see cref="DerivedSearch"/>.
/// </summary>
/// <param name="workspace">The workspace.</param>
/// <param name="time">The clock.</param>
public sealed class SearchChanges(string workspace, TimeProvider time)
{
    /// <summary>Renames a search. Killed in the middle, the same call again does the rest.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="to">The new one.</param>
    /// <returns>Names of what is made of it as they are now.</returns>
    /// <exception cref="InputException">There is no such search, or its new name is taken or none.</exception>
    public IReadOnlyList<string> Rename(string name, string to)
    {
        SearchName.Check(to);
        using var journal = SearchJournal.OpenToWrite(workspace);
        if (journal.Find(to) is not null && (name == to || journal.Find(name) is not null || !SearchFolders.Exist(workspace, name)))
        {
            throw new InputException($"There is a search '{to}' already in '{journal.Path}'; give another name.");
        }

        var renamed = new List<string>();
        foreach (var derived in DerivedSearch.All(journal, name))
        {
            var now = SearchName.CheckDerived(derived.Under(to));
            Rename(journal, derived.Header, now);
            renamed.Add(now);
        }

        if (journal.Find(name) is { } search)
        {
            Rename(journal, search, to);
        }

        SearchFolders.Move(workspace, name, to);
        return renamed;
    }

    /// <summary>Writes something down in the journal of a search.</summary>
    /// <param name="name">The search.</param>
    /// <param name="text">One line, see <see cref="NoteText"/>.</param>
    /// <param name="candidate">What it is of; null for the search as a whole.</param>
    /// <exception cref="InputException">There is no such search, or its journal is damaged.</exception>
    public void Note(string name, string text, long? candidate)
    {
        using var journal = SearchJournal.OpenToWrite(workspace);
        var header = journal.Find(name) ?? throw new InputException($"There is no search '{name}' any more.");
        Append(journal, header, new Noted(text, candidate));
    }

    /// <summary>Deletes a search, its results, what is made of it and the parts of its recipe that no other search has.</summary>
    /// <returns>Names of what is gone.</returns>
    public IReadOnlyList<string> Delete(string name)
    {
        using var journal = SearchJournal.OpenToWrite(workspace);
        SearchHeader[] gone =
        [
            .. DerivedSearch.All(journal, name).Select(derived => derived.Header), .. journal.List().Where(one => one.Spec.Name == name),
        ];
        journal.Delete([.. gone.Select(header => header.Id)]);
        foreach (var header in gone)
        {
            SearchFolders.Delete(workspace, header.Spec.Name);
        }

        PartsFolder.Prune(workspace, gone, journal.List());
        return [.. gone.Select(header => header.Spec.Name)];
    }

    /// <summary>Searches that name this one in their strategies, such as those that it warms up.</summary>
    public static IReadOnlyList<string> NamedBy(IEnumerable<SearchHeader> all, string name) =>
    [
        .. all.Where(header => header.Spec.Strategy.All.Any(part => part.Options.Values.Values.Contains(name)))
            .Select(header => header.Spec.Name),
    ];

    private void Rename(SearchJournal journal, SearchHeader header, string to)
    {
        Append(journal, header, new Renamed(to));
        SearchFolders.Move(workspace, header.Spec.Name, to);
    }

    private void Append(SearchJournal journal, SearchHeader header, SearchEvent happened)
    {
        var reader = new EventReader(journal, header);
        reader.Check();
        using var writer = new EventWriter(journal, header, reader);
        writer.Append(new Commit([happened], time.GetUtcNow(), 0, header.State, null));
    }
}
