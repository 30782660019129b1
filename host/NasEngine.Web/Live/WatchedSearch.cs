using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading.Following;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Web.Live;

/// <summary>A search that somebody looks at, with all its candidates. Safe from several threads.</summary>
public sealed class WatchedSearch
{
    private const int EventsAtOnce = 5_000;
    private const int LinesKept = 5_000;

    private readonly Lock _gate = new();
    private readonly SearchFollower _follower;
    private readonly LogTail _tail;
    private readonly List<LogLine> _told = [];

    /// <summary>Begins before the first event.</summary>
    public WatchedSearch(string workspace, SearchHeader header, KnownParts parts)
    {
        _tail = new LogTail(workspace);
        (Id, Identity, Parts) = (header.Id, header.Identity, parts);
        _follower = new SearchFollower(header, parts.Space, parts.Objective);
    }

    /// <summary>Number in the workspace.</summary>
    public long Id { get; }

    /// <summary>What no other search has.</summary>
    public string Identity { get; }

    /// <summary>Its space and objective.</summary>
    public KnownParts Parts { get; }

    /// <summary>How many look at it.</summary>
    public int Viewers { get; set; }

    /// <summary>When the last one went away.</summary>
    public DateTimeOffset LeftAt { get; set; }

    /// <summary>Counts what was read: another number, other candidates.</summary>
    public long Version { get; private set; }

    /// <summary>Whether all that is committed was read.</summary>
    public bool IsUpToDate { get; private set; }

    /// <summary>Why it cannot be read, in a sentence; null where it can.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether something was told of it that was not read.</summary>
    public bool HasNews => _tail.HasNews(_follower.Header.Spec.Name);

    /// <summary>What was told of it beside its journal, the last lines, while nothing is added to them.</summary>
    public T Told<T>(Func<SearchFollower, IReadOnlyCollection<LogLine>, T> read)
    {
        lock (_gate)
        {
            return read(_follower, _told);
        }
    }

    /// <summary>Its candidates, while nothing is added to them.</summary>
    public T Read<T>(Func<SearchFollower, T> read)
    {
        lock (_gate)
        {
            return read(_follower);
        }
    }

    /// <summary>Reads what is new, at most some thousand events; whether anything was.</summary>
    public bool Advance(SearchJournal journal, SearchHeader header)
    {
        lock (_gate)
        {
            try
            {
                var news = _follower.Advance(journal, header, EventsAtOnce);
                news |= Hear(header.Spec.Name);
                (Problem, IsUpToDate) = (null, _follower.IsUpToDate);
                Version += news ? 1 : 0;
                return news;
            }
            catch (Exception problem)
            {
                var news = Problem != problem.Message;
                (Problem, IsUpToDate) = (problem.Message, true);
                return news;
            }
        }
    }

    private bool Hear(string name)
    {
        var lines = _tail.Next(name);
        _told.AddRange(lines);
        _told.RemoveRange(0, Math.Max(0, _told.Count - LinesKept));
        return lines.Count > 0;
    }
}
