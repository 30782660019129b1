using Akka.Actor;
using NasEngine.Pipeline.Actors;
using NasEngine.Search;

namespace NasEngine.Pipeline.Searches;

/// <summary>
/// Where others ask the running search, one at a time, to go over to newer versions of plugins, to pause, or to note something. Safe
/// from several threads.
/// </summary>
public sealed class SwapRequests
{
    private readonly Lock _lock = new();
    private IActorRef? _search;
    private CancellationTokenSource _ended = new();

    /// <summary>Asks; answered when the plugin was swapped, or will not be. Null when no search listens just now.</summary>
    public async Task<SwapAnswer?> AskAsync(string plugin)
    {
        Task<SwapAnswer> answer;
        lock (_lock)
        {
            if (_search is null)
            {
                return null;
            }

            answer = _search.Ask<SwapAnswer>(new SwapRequest(plugin), Timeout.InfiniteTimeSpan, _ended.Token);
        }

        try
        {
            return await answer.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return new SwapAnswer(SwapResult.Refused, $"The search ended before plugin '{plugin}' was swapped.");
        }
    }

    /// <summary>Lets the search begin nothing new; false when no search listens just now.</summary>
    public bool Pause() => Tell(new PauseAsked());

    /// <summary>Lets it go on; false when no search listens just now.</summary>
    public bool Resume() => Tell(new ResumeAsked());

    /// <summary>Lets it write down a note; false when no search listens just now.</summary>
    /// <param name="text">One line, see <see cref="NoteText"/>.</param>
    /// <param name="candidate">What it is of; null for the search as a whole.</param>
    public bool Note(string text, long? candidate) => Tell(new NoteGiven(text, candidate));

    private bool Tell(SearchInput input)
    {
        lock (_lock)
        {
            _search?.Tell(input);
            return _search is not null;
        }
    }

    /// <summary>Sends requests to a search until it is disposed; those that are open then are refused.</summary>
    internal IDisposable Serve(IActorRef search)
    {
        lock (_lock)
        {
            _search = search;
        }

        return new Service(this);
    }

    private void Close()
    {
        lock (_lock)
        {
            _search = null;
            _ended.Cancel();
            _ended.Dispose();
            _ended = new CancellationTokenSource();
        }
    }

    private sealed class Service(SwapRequests requests) : IDisposable
    {
        public void Dispose() => requests.Close();
    }
}
