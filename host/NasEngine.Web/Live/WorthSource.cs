using System.Collections.Concurrent;
using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Host.Commands;
using NasEngine.Host.Worth;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Worth;

namespace NasEngine.Web.Live;

/// <summary>What searches are worth, where somebody asked by <c>nas worth</c>.</summary>
internal sealed class WorthSource(ServeOptions options, WorkspaceWatch watch)
{
    private readonly ConcurrentDictionary<(string, string), IReadOnlyList<string>> _known = new();

    /// <summary>Sentences; null where there is no completed comparison.</summary>
    public IReadOnlyList<string>? Of(SearchRow row, WatchedSearch watched)
    {
        var comparison =
            watch.List.Rows.FirstOrDefault(other => other.State == "completed" && WorthName.Parse(other.Name)?.Search == row.Name);
        return comparison is null || row.State != "completed" || watched.Parts.Space is not { } space
            ? null
            : _known.GetOrAdd((row.Header.Identity, comparison.Header.Identity), _ => Read(row, watched, space));
    }

    private IReadOnlyList<string> Read(SearchRow row, WatchedSearch watched, ISearchSpace space)
    {
        try
        {
            using var journal = SearchJournal.OpenToFollow(options.Workspace);
            var history = new SearchHistory
            {
                Header = row.Header,
                Candidates = [],
                Finalists = watched.Read(search => search.Finalists.ToArray()),
                Alphas = ImmutableSortedDictionary<string, ImmutableArray<double>>.Empty,
                LostAttempts = [],
                Totals = row.At is { } at ? new SearchTotals(at) : null,
            };
            return journal is not null && WorthReader.Newest(journal, history, space) is { } worth ? [.. WorthSentences.Of(worth)] : [];
        }
        catch (InputException problem)
        {
            return [problem.Message];
        }
    }
}
