using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading.Following;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Web.Live;

/// <summary>
/// A search that somebody looks at, with all its candidates. Safe from several threads. It is read in pieces of which each is as large as
/// all before it, so that the first is there at once and the pages work the whole out no more often than the logarithm of its length says.
/// What is worked out of it is worked out once for all who look at the same, and the more it costs the more seldom it is done: at most a
/// tenth of one core goes into a search that goes on.
/// </summary>
public sealed class WatchedSearch
{
    private const int FirstEvents = 5_000;
    private const int LinesKept = 5_000;
    private const int Rest = 9;
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private readonly SearchFollower _follower;
    private readonly LogTail _tail;
    private readonly TimeProvider _time;
    private readonly List<LogLine> _told = [];
    private readonly Dictionary<object, object?> _worked = [];
    private int _piece = FirstEvents;
    private bool _isBehind;
    private TimeSpan _cost;
    private long _worth;

    /// <summary>Begins before the first event.</summary>
    public WatchedSearch(string workspace, SearchHeader header, KnownParts parts, TimeProvider time)
    {
        (_tail, _time) = (new LogTail(workspace), time);
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

    /// <summary>Counts what is to be shown: another number, other candidates.</summary>
    public long Version { get; private set; }

    /// <summary>Whether all that is committed was read.</summary>
    public bool IsUpToDate { get; private set; }

    /// <summary>Why it cannot be read, in a sentence; null where it can.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether something was told of it that was not read, or was read and is not shown yet.</summary>
    public bool HasNews => _isBehind || _tail.HasNews(_follower.Header.Spec.Name);

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

    /// <summary>What is worked out of its candidates, once until there are others to be shown.</summary>
    /// <param name="of">What it is of; the same for the same, whoever asks.</param>
    /// <param name="read">Works it out.</param>
    public T Once<T>(object of, Func<SearchFollower, T> read)
    {
        lock (_gate)
        {
            if (!_worked.TryGetValue(of, out var known))
            {
                var began = _time.GetTimestamp();
                _worked[of] = known = read(_follower);
                _cost += _time.GetElapsedTime(began);
            }

            return (T)known!;
        }
    }

    /// <summary>Reads what is new, of a long search no more than was read of it before; whether anything is to be shown.</summary>
    public bool Advance(SearchJournal journal, SearchHeader header)
    {
        lock (_gate)
        {
            try
            {
                var (wasUpToDate, news) = (IsUpToDate, _follower.Advance(journal, header, _piece));
                news |= Hear(header.Spec.Name);
                (Problem, IsUpToDate) = (null, _follower.IsUpToDate);
                _piece = (int)Math.Clamp(_follower.Sequence, FirstEvents, int.MaxValue / 2);
                _isBehind |= news;
                return _isBehind && Show(now: IsUpToDate && !wasUpToDate);
            }
            catch (Exception problem)
            {
                var news = Problem != problem.Message;
                (Problem, IsUpToDate) = (problem.Message, true);
                return news;
            }
        }
    }

    private bool Show(bool now)
    {
        var rest = Rest * _cost;
        if (!now && _time.GetElapsedTime(_worth) < (rest < LongestRest ? rest : LongestRest))
        {
            return false;
        }

        _worked.Clear();
        (Version, _cost, _worth, _isBehind) = (Version + 1, TimeSpan.Zero, _time.GetTimestamp(), false);
        return true;
    }

    private bool Hear(string name)
    {
        var lines = _tail.Next(name);
        _told.AddRange(lines);
        _told.RemoveRange(0, Math.Max(0, _told.Count - LinesKept));
        return lines.Count > 0;
    }
}
