using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;

namespace NasEngine.Pipeline.Reading;

/// <summary>The completed searches of a workspace, read from its journal when they are asked for.</summary>
public sealed class EarlierSearches(string workspace) : IEarlierSearches
{
    /// <inheritdoc/>
    public ImmutableArray<string> Names
    {
        get
        {
            using var journal = SearchJournal.OpenToRead(workspace);
            return journal is null
                ? []
                : [.. journal.List().Where(IsCompleted).Select(header => header.Spec.Name).Order(StringComparer.Ordinal)];
        }
    }

    /// <inheritdoc/>
    public EarlierSearch Read(string name)
    {
        using var journal = SearchJournal.OpenToRead(workspace);
        if (journal?.List().FirstOrDefault(one => one.Spec.Name == name) is not { } header || !IsCompleted(header))
        {
            return NoEarlierSearches.Instance.Read(name);
        }

        var history = SearchHistory.Read(journal, header);
        return new EarlierSearch(
            header.Spec,
            [
                .. history.Candidates
                    .Where(entry => entry.Measurement is not null)
                    .Select(entry => new EarlierTrial(entry.Candidate, entry.Measurement!)),
            ],
            SnapshotTable.Latest(journal, header.Id)?.Strategy ?? [],
            [.. history.Finalists.Select(finalist => finalist.Architecture)]);
    }

    private static bool IsCompleted(SearchHeader header) => header.State == "completed";
}
