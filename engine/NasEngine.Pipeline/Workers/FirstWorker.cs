using NasEngine.Contracts;
using NasEngine.Pipeline.Actors;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Pipeline.Workers;

/// <summary>
/// A worker that is started before anything of its search is written: what cannot work is found there, and it says what data it works
/// on. Then it is the search's first worker.
/// </summary>
public sealed class FirstWorker : IAsyncDisposable
{
    /// <summary>Nodes that may be lost before one starts.</summary>
    private const int NodesAtMost = 10;

    private readonly Func<SearchSpec, int, IWorker> _others;
    private IWorker? _worker;

    private FirstWorker(IWorker worker, WorkerReady ready, Func<SearchSpec, int, IWorker> others) =>
        (_worker, Ready, _others) = (new StartedWorker(worker, ready), ready, others);

    /// <summary>What it said of itself.</summary>
    public WorkerReady Ready { get; }

    /// <summary>Starts one; when it is lost, others, as often as a candidate may be tried.</summary>
    /// <param name="create">Makes workers.</param>
    /// <param name="spec">The search.</param>
    /// <param name="kind">What it does first.</param>
    /// <param name="workspace">The workspace of the search.</param>
    /// <param name="settings">How the search is run.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Gives up the start.</param>
    /// <exception cref="InputException">What the user gave cannot work.</exception>
    /// <exception cref="SearchFault">None starts.</exception>
    public static async Task<FirstWorker> StartAsync(
        Func<SearchSpec, int, IWorker> create, SearchSpec spec, MachineWork kind, string workspace, RunSettings settings, TimeProvider time,
        CancellationToken cancellation)
    {
        var watch = new JobWatch(new JobTimes(settings.JobSilence), time);
        for (int attempt = 1, nodes = 1; ;)
        {
            var worker = create(spec, 0);
            try
            {
                var networks = SearchRunner.NetworksOf(workspace, spec);
                await worker.PlaceAsync(kind, cancellation).ConfigureAwait(false);
                return new FirstWorker(
                    worker, await watch.RunAsync(() => worker.StartAsync(networks, cancellation)).ConfigureAwait(false), create);
            }
            catch (WorkerLost lost)
            {
                _ = worker.DisposeAsync().AsTask();
                if (lost.Node is null ? ++attempt > settings.Attempts : ++nodes > NodesAtMost)
                {
                    throw new SearchFault($"No worker starts: {lost.Message}", lost);
                }
            }
            catch
            {
                _ = worker.DisposeAsync().AsTask();
                throw;
            }
        }
    }

    /// <summary>It, when it is asked for first; then others, which must read what it reads.</summary>
    public IWorker Create(SearchSpec spec, int slot) =>
        Alike(spec.Name, Interlocked.Exchange(ref _worker, null) ?? _others(spec, slot));

    /// <summary>A worker that is refused when it starts if it reads other data or files than the first one does.</summary>
    public IWorker Alike(string search, IWorker worker) => new AlikeWorker(search, worker, Ready.Inputs);

    /// <summary>Ends it, if no search took it.</summary>
    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _worker, null)?.DisposeAsync() ?? ValueTask.CompletedTask;
}
