using NasEngine.Host.Commands;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Web.Live;

/// <summary>
/// Reads the journal of the workspace a few times a second, while somebody looks, and tells the pages what is new. It opens the journal
/// to read and closes it again, so that it holds nothing back that the search's own process writes.
/// </summary>
internal sealed class WorkspaceWatch(ServeOptions options, SearchPartsSource parts, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>Between two changes of the pages, of which the second is then still on them a second after it was committed.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(2);

    private readonly ListReader _reader = new(options.Workspace, parts);
    private readonly Dictionary<long, WatchedSearch> _watched = [];
    private readonly SemaphoreSlim _turn = new(1);
    private JournalStamp _stamp;
    private bool? _held;
    private bool _isBehind;
    private long _told;

    /// <summary>After something changed; called on any thread.</summary>
    public event Action? Changed;

    /// <summary>The searches, as of the last reading.</summary>
    public SearchList List { get; private set; } = SearchList.Empty;

    /// <summary>The workspace.</summary>
    public string Workspace => options.Workspace;

    /// <summary>The search with this number, whether somebody looks at it or not; null where there is none.</summary>
    public SearchRow? Find(long id) => List.Rows.FirstOrDefault(row => row.Id == id);

    /// <summary>
    /// Begins to look at a search; null where there is none. What is known of it is kept for a while after the last look.
    /// </summary>
    public WatchedSearch? Begin(long id)
    {
        if (Find(id) is not { } row)
        {
            return null;
        }

        lock (_watched)
        {
            if (!_watched.TryGetValue(id, out var watched) || watched.Identity != row.Header.Identity)
            {
                _watched[id] = watched = new WatchedSearch(
                    options.Workspace, row.Header, parts.Of(row.Header), time);
            }

            watched.Viewers++;
            return watched;
        }
    }

    /// <summary>Ends what <see cref="Begin"/> began.</summary>
    public void End(WatchedSearch watched)
    {
        lock (_watched)
        {
            watched.Viewers--;
            watched.LeftAt = time.GetUtcNow();
        }
    }

    /// <summary>Reads what is new now; whether a search has more than was read at once.</summary>
    public async Task<bool> RefreshAsync(CancellationToken cancellation = default)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await Task.Run(Refresh, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RefreshAsync(stoppingToken).ConfigureAwait(false);
            using var timer = new PeriodicTimer(Interval, time);
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                while (Changed is not null && !IsResting && await RefreshAsync(stoppingToken).ConfigureAwait(false))
                {
                    stoppingToken.ThrowIfCancellationRequested();
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server ends.
        }
    }

    /// <summary>Whether the pages show what is new for too short a time; never while a long search is being read.</summary>
    private bool IsResting => !_isBehind && _told != 0 && time.GetElapsedTime(_told) < Rest;

    private bool Refresh()
    {
        var (now, stamp) = (time.GetUtcNow(), JournalStamp.Of(options.Workspace));
        var held = WorkspaceLock.IsHeld(options.Workspace);
        WatchedSearch[] watched;
        lock (_watched)
        {
            foreach (var (id, one) in _watched.Where(pair => pair.Value.Viewers == 0 && now - pair.Value.LeftAt > Kept).ToArray())
            {
                _watched.Remove(id);
            }

            watched = [.. _watched.Values];
        }

        if (stamp == _stamp && held == _held && stamp.Covers(List.ReadAt) && List.Problem is null
            && watched.All(one => one.IsUpToDate && !one.HasNews))
        {
            return false;
        }

        var (news, more) = Read(now, held, watched);
        (_stamp, _held, _isBehind) = (stamp, held, more);
        if (news)
        {
            _told = time.GetTimestamp();
            Changed?.Invoke();
        }

        return more;
    }

    private (bool News, bool More) Read(DateTimeOffset now, bool held, WatchedSearch[] watched)
    {
        try
        {
            using var journal = SearchJournal.OpenToFollow(options.Workspace);
            var headers = journal?.List() ?? [];
            var rows = journal is null ? [] : _reader.Read(journal, headers, held);
            var news = List.Problem is not null || !rows.Select(Mark).SequenceEqual(List.Rows.Select(Mark));
            List = new SearchList(rows, null, now);
            foreach (var one in watched)
            {
                news |= headers.FirstOrDefault(header => header.Identity == one.Identity) is { } header && one.Advance(journal!, header);
            }

            return (news, watched.Any(one => !one.IsUpToDate && headers.Any(header => header.Identity == one.Identity)));
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // Whatever is wrong with a journal, what was read before stays on the page with the reason.
            var news = List.Problem != problem.Message;
            List = List with { Problem = problem.Message, ReadAt = now };
            return (news, false);
        }
    }

    /// <summary>What changes with every commit, and what its process does.</summary>
    private static (string, double, string, string?) Mark(SearchRow row) =>
        (row.Header.Identity, row.Header.Seconds, row.State, row.Problem);
}
