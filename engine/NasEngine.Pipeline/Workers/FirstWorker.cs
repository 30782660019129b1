using NasEngine.Contracts;
using NasEngine.Pipeline.Actors;
using NasEngine.Pipeline.Searches;
using NasEngine.Search;

namespace NasEngine.Pipeline.Workers;

/// <summary>
/// A worker that is started before anything of its search is written: what cannot work is found there, and it says what data it works
/// on. Then it is the search's first worker.
/// </summary>
public sealed class FirstWorker : IAsyncDisposable
{
    private readonly Func<SearchSpec, int, IWorker> _others;
    private IWorker? _worker;

    private FirstWorker(IWorker worker, WorkerReady ready, Func<SearchSpec, int, IWorker> others) =>
        (_worker, Ready, _others) = (new Started(worker, ready), ready, others);

    /// <summary>What it said of itself.</summary>
    public WorkerReady Ready { get; }

    /// <summary>Starts one; when it is lost, others, as often as a candidate may be tried.</summary>
    /// <param name="create">Makes workers.</param>
    /// <param name="spec">The search.</param>
    /// <param name="workspace">The workspace of the search.</param>
    /// <param name="settings">How the search is run.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Gives up the start.</param>
    /// <exception cref="InputException">What the user gave cannot work.</exception>
    /// <exception cref="SearchFault">None starts.</exception>
    public static async Task<FirstWorker> StartAsync(
        Func<SearchSpec, int, IWorker> create, SearchSpec spec, string workspace, RunSettings settings, TimeProvider time,
        CancellationToken cancellation)
    {
        var watch = new JobWatch(new JobTimes(settings.JobSilence), time);
        for (var attempt = 1; ; attempt++)
        {
            var worker = create(spec, 0);
            try
            {
                var networks = SearchRunner.NetworksOf(workspace, spec);
                return new FirstWorker(
                    worker, await watch.RunAsync(() => worker.StartAsync(networks, cancellation)).ConfigureAwait(false), create);
            }
            catch (WorkerLost lost)
            {
                _ = worker.DisposeAsync().AsTask();
                if (attempt >= settings.Attempts)
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

    /// <summary>It, when it is asked for first; then others.</summary>
    public IWorker Create(SearchSpec spec, int slot) => Interlocked.Exchange(ref _worker, null) ?? _others(spec, slot);

    /// <summary>Ends it, if no search took it.</summary>
    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _worker, null)?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>A worker whose start is behind it.</summary>
    private sealed class Started(IWorker worker, WorkerReady ready) : IWorker
    {
        public Task<WorkerReady> StartAsync(string? networks, CancellationToken cancellation) => Task.FromResult(ready);

        public Task<Measurement> TrainAndEvaluateAsync(
            WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation) =>
            worker.TrainAndEvaluateAsync(role, candidate, progress, cancellation);

        public Task<Measurement> EvaluateAsync(
            WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation) =>
            worker.EvaluateAsync(role, candidate, progress, cancellation);

        public Task<CheckpointSaved> SaveAsync(long number, string folder, CancellationToken cancellation) =>
            worker.SaveAsync(number, folder, cancellation);

        public Task<RestoredCheckpoint> RestoreAsync(
            string folder, IReadOnlyList<CheckpointSaved> known, CancellationToken cancellation) =>
            worker.RestoreAsync(folder, known, cancellation);

        public Task<LatencyMeasurement> ProfileAsync(Architecture architecture, CancellationToken cancellation) =>
            worker.ProfileAsync(architecture, cancellation);

        public Task ExportAsync(WorkerRole role, Candidate candidate, string folder, CancellationToken cancellation) =>
            worker.ExportAsync(role, candidate, folder, cancellation);

        public ValueTask DisposeAsync() => worker.DisposeAsync();
    }
}
