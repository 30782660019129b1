using System.Collections.Concurrent;

namespace NasEngine.Host.Composition;

/// <summary>
/// Who of the searches of a recipe may do what when. Those of one name run one after another; what a search does before it runs and after
/// that it does alone; and of those with worker processes, which take memory while they wait, as many run side by side as the machine has
/// room for: the others begin, in order, as one ends.
/// </summary>
/// <param name="atOnce">Searches with worker processes that run at once.</param>
internal sealed class SearchTurns(int atOnce) : IDisposable
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _names = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SemaphoreSlim _processes = new(atOnce, atOnce);

    /// <summary>Does work on a search, alone but for <see cref="BesideOthersAsync"/>.</summary>
    /// <param name="name">The search.</param>
    /// <param name="hasProcesses">Whether it has worker processes.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellation">Gives up waiting for its turn.</param>
    public Task<T> AloneAsync<T>(string name, bool hasProcesses, Func<Task<T>> work, CancellationToken cancellation)
    {
        return InAsync(
            _names.GetOrAdd(name, _ => new(1, 1)), () => hasProcesses ? InAsync(_processes, Alone, cancellation) : Alone(), cancellation);

        Task<T> Alone() => InAsync(_turn, work, cancellation);
    }

    /// <summary>Within work that is done alone: what others may run beside.</summary>
    public async Task<T> BesideOthersAsync<T>(Func<Task<T>> run)
    {
        _turn.Release();
        try
        {
            return await run().ConfigureAwait(false);
        }
        finally
        {
            await _turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _turn.Dispose();
        _processes.Dispose();
        foreach (var name in _names.Values)
        {
            name.Dispose();
        }
    }

    private static async Task<T> InAsync<T>(SemaphoreSlim turns, Func<Task<T>> work, CancellationToken cancellation)
    {
        await turns.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            turns.Release();
        }
    }
}
