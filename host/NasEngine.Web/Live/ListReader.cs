using NasEngine.Host.Commands;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading.Following;

namespace NasEngine.Web.Live;

/// <summary>Makes the list of searches, and reads of each no more than what is new.</summary>
internal sealed class ListReader(string workspace, SearchPartsSource parts)
{
    private readonly Dictionary<string, Entry> _entries = [];

    /// <summary>The rows as of now, newest first.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="headers">The searches in it.</param>
    /// <param name="held">Whether some process works in the workspace.</param>
    public IReadOnlyList<SearchRow> Read(SearchJournal journal, IReadOnlyList<SearchHeader> headers, bool held)
    {
        var rows = headers.Select(header => Row(journal, header, held)).Reverse().ToArray();
        var left = headers.Select(header => header.Identity).ToHashSet();
        foreach (var gone in _entries.Keys.Where(identity => !left.Contains(identity)).ToArray())
        {
            _entries.Remove(gone);
        }

        return rows;
    }

    private SearchRow Row(SearchJournal journal, SearchHeader header, bool held)
    {
        if (!_entries.TryGetValue(header.Identity, out var entry))
        {
            var known = parts.Of(header);
            _entries[header.Identity] = entry = new Entry(new StateFollower(known.Space, known.Objective));
        }

        var state = !held && entry.Row is { State: "interrupted" or "waiting" } && entry.Seen.State == header.State
            ? entry.Row.State
            : ListCommand.StateOf(header, workspace);

        // Every commit adds to the seconds: while they stay there is nothing to read.
        if (entry.Row is null || entry.Seen != (header.Seconds, header.State))
        {
            entry.Row = Follow(journal, header, state, entry.Follower);
            entry.Seen = (header.Seconds, header.State);
        }

        return entry.Row =
            entry.Row with { Header = header, State = state, PerSecond = state == "running" ? entry.Follower.PerSecond : null };
    }

    private static SearchRow Follow(SearchJournal journal, SearchHeader header, string state, StateFollower follower)
    {
        try
        {
            follower.Advance(journal, header);
            return SearchRow.Of(header, state, follower);
        }
        catch (Exception problem)
        {
            return new SearchRow { Header = header, State = state, Problem = problem.Message };
        }
    }

    private sealed class Entry(StateFollower follower)
    {
        public StateFollower Follower => follower;

        public SearchRow? Row { get; set; }

        public (double Seconds, string State) Seen { get; set; }
    }
}
