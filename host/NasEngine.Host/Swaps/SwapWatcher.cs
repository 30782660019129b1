using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Host.Swaps;

/// <summary>
/// Looks every second for plugins to swap: those that other terminals ask for, and with <c>--watch-plugins</c> those whose
/// files were replaced. Replaced files are taken when two looks in a row see the same, since a copy may be on its way.
/// </summary>
internal sealed class SwapWatcher : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly PluginCatalog _catalog;
    private readonly SwapRequests _requests;
    private readonly SwapFolder _folder;
    private readonly bool _watch;
    private readonly PeriodicTimer _timer;
    private readonly Task _looking;
    private readonly Dictionary<string, string> _tried = [];
    private IReadOnlyDictionary<string, string> _seen = new Dictionary<string, string>();

    public SwapWatcher(string workspace, PluginCatalog catalog, SwapRequests requests, bool watch, TimeProvider time)
    {
        (_catalog, _requests, _folder, _watch) = (catalog, requests, new SwapFolder(workspace), watch);
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
            if (await SwapAsync(_folder.PluginOf(request)).ConfigureAwait(false) is { } answer)
            {
                _folder.Reply(request, answer.Result != SwapResult.Refused, answer.Sentence);
            }
        }
    }

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
                && await SwapAsync(plugin).ConfigureAwait(false) is not null)
            {
                _tried[plugin] = hash;
            }
        }
    }

    /// <summary>The running search goes first; a plugin that it does not use is replaced for those that come later.</summary>
    private async Task<SwapAnswer?> SwapAsync(string plugin)
    {
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
