using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;
using NasEngine.Pipeline.Workspaces;
using NasEngine.Search;

namespace NasEngine.Host.Display;

/// <summary>Tells who looks on from elsewhere: keeps the status of the run in the workspace, and the log of the search.</summary>
internal sealed class RunTeller : ISearchObserver, IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly string _workspace;
    private readonly string _search;
    private readonly Scene _scene;
    private readonly TimeProvider _time;
    private readonly SearchLog _log;
    private readonly ITimer _timer;
    private Picture? _told;
    private IReadOnlyDictionary<long, int> _toldBusy = ImmutableDictionary<long, int>.Empty;
    private int _began;

    /// <summary>Begins to tell.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="search">Name of the search.</param>
    /// <param name="scene">What is known of it.</param>
    /// <param name="time">The clock.</param>
    public RunTeller(string workspace, string search, Scene scene, TimeProvider time)
    {
        (_workspace, _search, _scene, _time) = (workspace, search, scene, time);
        _log = new SearchLog(workspace, search);
        _timer = time.CreateTimer(_ => Tell(), null, TimeSpan.Zero, Period);
    }

    /// <summary>Says which slots of nodes somebody has; null where there are no nodes.</summary>
    public Func<IReadOnlyDictionary<long, int>>? Busy { private get; init; }

    /// <summary>Adds a line to the log.</summary>
    public void Log(string kind, string sentence) => _log.Add(new LogLine(_time.GetUtcNow(), kind, sentence));

    /// <inheritdoc/>
    public void Changed(SearchState state)
    {
        if (Interlocked.Exchange(ref _began, 1) == 0)
        {
            // Not before: who begins a search clears what others of its name left.
            Log("run", string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} runs the search"));
        }
    }

    /// <inheritdoc/>
    public void WorkerStarted(int slot, WorkerReady ready) => Log(
        "worker",
        string.Create(
            CultureInfo.InvariantCulture, $"worker {slot + 1} is ready: process {ready.Pid}, {ready.Device}, threads {ready.Threads}"));

    /// <inheritdoc/>
    public void JobProgress(int slot, string stage, long done, long total)
    {
    }

    /// <inheritdoc/>
    public void Note(string sentence) => Log("note", sentence);

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            RunStatus.Clear(_workspace, _search);
        }
    }

    private void Tell()
    {
        if (!_lock.TryEnter())
        {
            return; // The disk takes its time; there is another look in a second.
        }

        try
        {
            var picture = _scene.Now;
            var busy = Busy?.Invoke() ?? _toldBusy;
            if (_told?.Doing != picture.Doing || _told.Note != picture.Note || busy != _toldBusy)
            {
                (_told, _toldBusy) = (picture, busy);
                new RunStatus(_search, _time.GetUtcNow(), picture.Doing, picture.Note) { Busy = busy }.Write(_workspace);
            }
        }
        finally
        {
            _lock.Exit();
        }
    }
}
