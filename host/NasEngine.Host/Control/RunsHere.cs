using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Host.Control;

/// <summary>
/// The searches that run in this process side by side. Each answers what other processes ask of it; what is asked of none of them, the one
/// that has run longest answers. Safe from several threads.
/// </summary>
internal sealed class RunsHere
{
    private readonly Lock _lock = new();
    private readonly List<(string Search, Func<string, bool> Uses)> _runs = [];

    /// <summary>Their names, in the order in which they began.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            lock (_lock)
            {
                return [.. _runs.Select(run => run.Search)];
            }
        }
    }

    /// <summary>A search runs until this is disposed of.</summary>
    /// <param name="search">Its name.</param>
    /// <param name="uses">Whether it uses a plugin.</param>
    public IDisposable Begin(string search, Func<string, bool> uses)
    {
        lock (_lock)
        {
            _runs.Add((search, uses));
        }

        return new Ended(this, search);
    }

    /// <summary>Whether it is this search that answers.</summary>
    public bool Answers(string search, RunRequest? asked)
    {
        lock (_lock)
        {
            var answering = asked is { Kind: RequestKind.Swap, Of: var plugin }
                ? _runs.FirstOrDefault(run => run.Uses(plugin)).Search
                : _runs.FirstOrDefault(run => run.Search == asked?.Of).Search;
            return search == (answering ?? _runs.FirstOrDefault().Search);
        }
    }

    /// <summary>The searches that use a plugin.</summary>
    public IReadOnlyList<string> Users(string plugin)
    {
        lock (_lock)
        {
            return [.. _runs.Where(run => run.Uses(plugin)).Select(run => run.Search)];
        }
    }

    private void End(string search)
    {
        lock (_lock)
        {
            _runs.RemoveAll(run => run.Search == search);
        }
    }

    private sealed class Ended(RunsHere runs, string search) : IDisposable
    {
        public void Dispose() => runs.End(search);
    }
}
