using NasEngine.Contracts;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Host.Tests.Swaps;

/// <summary>Plugins whose workers, of each version, say the number of a candidate before they train it.</summary>
internal sealed class GatedPlugins(IPluginHost plugins, Action<long> before) : IPluginHost
{
    public bool Uses(SearchSpec spec, string plugin) => plugins.Uses(spec, plugin);

    public IPluginSwap Begin(string plugin) => new Swap(plugins.Begin(plugin), before);

    public bool IsRidOfOld(string plugin) => plugins.IsRidOfOld(plugin);

    private sealed class Swap(IPluginSwap swap, Action<long> before) : IPluginSwap
    {
        public string Was => swap.Was;

        public string Now => swap.Now;

        public IServices Services => swap.Services;

        public IWorker CreateWorker(SearchSpec spec, int slot) => new GatedWorker(swap.CreateWorker(spec, slot), before);

        public void Commit() => swap.Commit();

        public void Dispose() => swap.Dispose();
    }
}

/// <summary>A worker that says the number of a candidate before it trains it.</summary>
internal sealed class GatedWorker(IWorker worker, Action<long> before) : IWorker
{
    public Task<WorkerReady> StartAsync(string? networks, CancellationToken cancellation) => worker.StartAsync(networks, cancellation);

    public async Task<Measurement> TrainAndEvaluateAsync(
        WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation)
    {
        await Task.Run(() => before(candidate.Number), cancellation);
        return await worker.TrainAndEvaluateAsync(role, candidate, progress, cancellation);
    }

    public Task<Measurement> EvaluateAsync(WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation) =>
        worker.EvaluateAsync(role, candidate, progress, cancellation);

    public Task<CheckpointSaved> SaveAsync(long number, string folder, CancellationToken cancellation) => worker.SaveAsync(number, folder, cancellation);

    public Task<RestoredCheckpoint> RestoreAsync(string folder, IReadOnlyList<CheckpointSaved> known, CancellationToken cancellation) =>
        worker.RestoreAsync(folder, known, cancellation);

    public Task<LatencyMeasurement> ProfileAsync(Architecture architecture, CancellationToken cancellation) => worker.ProfileAsync(architecture, cancellation);

    public Task ExportAsync(WorkerRole role, Candidate candidate, string folder, CancellationToken cancellation) =>
        worker.ExportAsync(role, candidate, folder, cancellation);

    public ValueTask DisposeAsync() => worker.DisposeAsync();
}
