using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;
using NasEngine.Host.Control;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Host.Swaps;

/// <summary>
/// Looks every second for what other processes ask of the run: to swap a plugin, to pause, to go on, to stop, to note; and with
/// <c>--watch-plugins</c> for plugins whose files were replaced. These are taken when two looks in a row see the same, since a copy may be
/// on its way.
/// </summary>
internal sealed class RunWatcher : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly PluginCatalog _catalog;
    private readonly SwapRequests _requests;
    private readonly RequestFolder _folder;
    private readonly RunsHere _runs;
    private readonly string _search;
    private readonly Action _stop;
    private readonly bool _watch;
    private readonly PeriodicTimer _timer;
    private readonly Task _looking;
    private readonly Dictionary<string, string> _tried = [];
    private IReadOnlyDictionary<string, string> _seen = new Dictionary<string, string>();

    /// <summary>Begins to look.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="search">Name of the search that runs.</param>
    /// <param name="runs">The searches that run beside it.</param>
    /// <param name="catalog">The plugins.</param>
    /// <param name="requests">Where the search takes requests.</param>
    /// <param name="stop">Ends the run at its next safe point.</param>
    /// <param name="watch">Whether to look for replaced files.</param>
    /// <param name="time">The clock.</param>
    public RunWatcher(
        string workspace, string search, RunsHere runs, PluginCatalog catalog, SwapRequests requests, Action stop, bool watch,
        TimeProvider time)
    {
        (_catalog, _requests, _folder, _watch) = (catalog, requests, new RequestFolder(workspace), watch);
        (_search, _runs, _stop) = (search, runs, stop);
        _timer = new PeriodicTimer(Period, time);
        _looking = Task.Run(LookAsync);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _looking.ConfigureAwait(false);
    }

    private async Task LookAsync()
    {
        while (await _timer.WaitForNextTickAsync().ConfigureAwait(false))
        {
            try
            {
                await AnswerAsync().ConfigureAwait(false);
                await WatchAsync().ConfigureAwait(false);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // The disk may be full or a file half-way; there is another look in a second.
            }
        }
    }

    private async Task AnswerAsync()
    {
        foreach (var request in _folder.Waiting)
        {
            var asked = _folder.Read(request);
            if (_runs.Answers(_search, asked) && await AnswerAsync(asked).ConfigureAwait(false) is var (good, sentence))
            {
                _folder.Reply(request, good, sentence);
            }
        }
    }

    private async Task<(bool Good, string Sentence)?> AnswerAsync(RunRequest? asked)
    {
        switch (asked)
        {
            case null:
                return (false, "The run does not know what it is asked; is it of an earlier version of the program?");
            case { Kind: RequestKind.Swap, Of: var plugin }:
                return await SwapAsync(plugin).ConfigureAwait(false) is { } answer
                    ? (answer.Result != SwapResult.Refused, answer.Sentence)
                    : null;
            case { Of: var other } when other != _search:
                return (false, $"Search '{other}' does not run; the run in this workspace is at '{string.Join("', '", _runs.Names)}'.");
            case { Kind: RequestKind.Stop }:
                _stop();
                return (true, $"Search '{_search}' stops at its next safe point.");
            case { Kind: RequestKind.Pause }:
                return _requests.Pause()
                    ? (
                        true,
                        $"Search '{_search}' is paused: what is in flight is finished, and nothing new begins. Go on with: nas resume "
                        + $"{_search}")
                    : null;
            case { Kind: RequestKind.Note, Text: var note }:
                var (text, candidate) = AskedNote.Parse(note);
                return _requests.Note(text, candidate) ? (true, AskedNote.Answer(_search, candidate)) : null;
            default:
                return _requests.Resume() ? (true, $"Search '{_search}' goes on.") : null;
        }
    }

    /// <summary>A plugin that searches share is taken when one of them alone still runs.</summary>
    private async Task WatchAsync()
    {
        if (!_watch)
        {
            return;
        }

        var before = _seen;
        _seen = _catalog.Changed();
        foreach (var (plugin, hash) in _seen)
        {
            if (before.GetValueOrDefault(plugin) == hash && _tried.GetValueOrDefault(plugin) != hash
                && _runs.Answers(_search, new RunRequest(RequestKind.Swap, plugin)) && _runs.Users(plugin).Count < 2
                && await SwapAsync(plugin).ConfigureAwait(false) is not null)
            {
                _tried[plugin] = hash;
            }
        }
    }

    /// <summary>The running search goes first; a plugin that it does not use is replaced for those that come later.</summary>
    private async Task<SwapAnswer?> SwapAsync(string plugin)
    {
        if (_runs.Users(plugin) is { Count: > 1 } users)
        {
            return new SwapAnswer(
                SwapResult.Refused,
                $"Plugin '{plugin}' is used by {users.Count} searches that run here side by side ('{string.Join("', '", users)}'); "
                + "it can be swapped when one alone runs.");
        }

        try
        {
            var answer = await _requests.AskAsync(plugin).ConfigureAwait(false);
            if (answer is not { Result: SwapResult.NotInUse })
            {
                return answer;
            }

            _catalog.Reload(plugin);
            return answer with { Sentence = $"{answer.Sentence} What begins from now on runs on the files it has now." };
        }
        catch (InputException problem)
        {
            return new SwapAnswer(SwapResult.Refused, problem.Message);
        }
    }
}
