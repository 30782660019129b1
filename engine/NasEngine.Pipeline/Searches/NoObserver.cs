using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Pipeline.Searches;

/// <summary>Nobody watches.</summary>
public sealed class NoObserver : ISearchObserver
{
    /// <summary>The only one.</summary>
    public static NoObserver Instance { get; } = new();

    /// <inheritdoc/>
    public void Changed(SearchState state)
    {
    }

    /// <inheritdoc/>
    public void WorkerStarted(int slot, WorkerReady ready)
    {
    }

    /// <inheritdoc/>
    public void JobProgress(int slot, string stage, long done, long total)
    {
    }

    /// <inheritdoc/>
    public void Note(string sentence)
    {
    }
}
