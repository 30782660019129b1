using NasEngine.Contracts;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;

namespace NasEngine.Pipeline.Tests.Toys;

/// <summary>The newer version of the plugin 'toys', whose hashes are <c>aa</c> and <c>bb</c>.</summary>
internal sealed class ToyPlugins : IPluginHost
{
    /// <summary>The newer version.</summary>
    public ToyParts Next { get; set; } = new();

    /// <summary>The newer version once it was swapped in.</summary>
    public ToyParts? InUse { get; private set; }

    /// <summary>Newer versions that were dropped.</summary>
    public int Dropped { get; private set; }

    /// <summary>Why there is no newer version.</summary>
    public string? Unreadable { get; set; }

    /// <summary>Why workers do not start on it.</summary>
    public Exception? WorkerProblem { get; set; }

    /// <summary>Set once a search was asked for a swap: what it learns from then on comes after that.</summary>
    public ManualResetEventSlim Asked { get; } = new();

    public bool Uses(SearchSpec spec, string plugin)
    {
        Asked.Set();
        return plugin == "toys";
    }

    public IPluginSwap Begin(string plugin) => Unreadable is null ? new Swap(this) : throw new InputException(Unreadable);

    public bool IsRidOfOld(string plugin) => true;

    private sealed class Swap(ToyPlugins host) : IPluginSwap
    {
        private bool _committed;

        public string Was => "aa";

        public string Now => "bb";

        public IServices Services => host.Next;

        public IWorker CreateWorker(SearchSpec spec, int slot) => host.WorkerProblem is { } problem
            ? new BrokenWorker(new InProcessWorker(spec, host.Next), problem)
            : new InProcessWorker(spec, host.Next);

        public void Commit()
        {
            _committed = true;
            host.InUse = host.Next;
        }

        public void Dispose() => host.Dropped += _committed ? 0 : 1;
    }

    /// <summary>Does not start.</summary>
    private sealed class BrokenWorker(InProcessWorker inner, Exception problem) : IWorker
    {
        public Task<WorkerReady> StartAsync(string? networks, CancellationToken cancellation) => Task.FromException<WorkerReady>(problem);

        public Task<Measurement> EvaluateAsync(WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation) =>
            inner.EvaluateAsync(role, candidate, progress, cancellation);

        public Task<Measurement> TrainAndEvaluateAsync(WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation) =>
            inner.TrainAndEvaluateAsync(role, candidate, progress, cancellation);

        public Task<Search.CheckpointSaved> SaveAsync(long number, string folder, CancellationToken cancellation) =>
            inner.SaveAsync(number, folder, cancellation);

        public Task<RestoredCheckpoint> RestoreAsync(string folder, IReadOnlyList<Search.CheckpointSaved> known, CancellationToken cancellation) =>
            inner.RestoreAsync(folder, known, cancellation);

        public Task<LatencyMeasurement> ProfileAsync(Architecture architecture, CancellationToken cancellation) =>
            inner.ProfileAsync(architecture, cancellation);

        public Task ExportAsync(WorkerRole role, Candidate candidate, string folder, CancellationToken cancellation) =>
            inner.ExportAsync(role, candidate, folder, cancellation);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
