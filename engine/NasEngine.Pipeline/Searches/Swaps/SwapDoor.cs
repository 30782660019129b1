namespace NasEngine.Pipeline.Searches;

/// <summary>Where others ask the running search, one at a time, to go over to newer versions of plugins. Safe from several threads.</summary>
public sealed class SwapDoor
{
    private readonly Lock _lock = new();
    private readonly HashSet<SwapRequest> _open = [];
    private Action<SwapRequest>? _search;

    /// <summary>Asks; answered when the plugin was swapped, or will not be. Null when no search listens just now.</summary>
    public async Task<SwapAnswer?> AskAsync(string plugin)
    {
        var request = new SwapRequest(plugin);
        lock (_lock)
        {
            if (_search is null)
            {
                return null;
            }

            _open.RemoveWhere(one => one.Answered.IsCompleted);
            _open.Add(request);
            _search(request);
        }

        return await request.Answered.ConfigureAwait(false);
    }

    /// <summary>Sends requests to a search until it is disposed; those that are open then are refused.</summary>
    internal IDisposable Serve(Action<SwapRequest> search)
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
            foreach (var request in _open)
            {
                request.Answer(SwapResult.Refused, $"The search ended before plugin '{request.Plugin}' was swapped.");
            }

            _open.Clear();
        }
    }

    private sealed class Service(SwapDoor door) : IDisposable
    {
        public void Dispose() => door.Close();
    }
}
