using NasEngine.Cluster;
using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;
using NasEngine.Host.Clusters;
using NasEngine.Host.Composition;
using NasEngine.Networks;
using NasEngine.Pipeline.Workers;
using NasEngine.Pipeline.Workers.Processes;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Host.Commands.Profiling;

/// <summary>A space is profiled on a machine that joins: what is measured there comes back, and nothing of it stays.</summary>
/// <param name="launch">Where it joins.</param>
/// <param name="wanted">Tags that it must have.</param>
/// <param name="catalog">The plugins.</param>
/// <param name="time">The clock.</param>
internal sealed class RemoteProfile(ClusterLaunch launch, MachineTags wanted, PluginCatalog catalog, TimeProvider time)
{
    /// <summary>Waits for a machine and measures there.</summary>
    /// <param name="space">The space.</param>
    /// <param name="device">The device there, where the node does not say another one.</param>
    /// <param name="request">What is measured.</param>
    /// <param name="cancellation">Nobody waits any more.</param>
    /// <exception cref="WorkerLost">The machine was lost.</exception>
    /// <exception cref="InputException">It cannot be measured there.</exception>
    public async Task<SpaceProfile> MeasureAsync(
        ComponentSpec space, string device, ProfileRequest request, CancellationToken cancellation)
    {
        var spec = new SearchSpec
        {
            Name = "profile",
            Space = space,
            Strategy = ComponentSpec.Unnamed,
            Estimator = ProfileRequest.EstimatorId,
            Objective = new Objective(MetricNames.ValidationAccuracy, []),
            Budget = new Budget(1),
            Device = device,
        };
        var coordinator = ClusterCoordinator.Start(
            launch.Endpoint, launch.Tls, ThisMachine.Of, UserFolders.Cache("returned"), Console.Error.WriteLine, time);
        await using (coordinator.ConfigureAwait(false))
        {
            Console.Error.WriteLine($"Nodes can join: nas worker --join {coordinator.Endpoint}");
            return await OnNodeAsync(coordinator, spec, request, cancellation).WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    private async Task<SpaceProfile> OnNodeAsync(
        ClusterCoordinator coordinator, SearchSpec spec, ProfileRequest request, CancellationToken cancellation)
    {
        var used = catalog.HashesOf(spec);
        PluginCopy[] copies = [.. catalog.Copies.Where(copy => used.ContainsKey(copy.Id))];
        var nodes = new SearchNodes(hasOthers: false) { Work = $"measurements of space '{spec.Space.Id}'", Wanted = wanted };
        var worker = new ProcessWorker(
            spec, [.. copies.Select(copy => new PluginRecord(copy.Id, copy.Path, copy.Hash))],
            coordinator.Connect(_ => NodeWorkers.PluginFiles(copies).Concat(NodeWorkers.InputFiles(spec, catalog)), nodes));
        await using (worker.ConfigureAwait(false))
        {
            await worker.PlaceAsync(MachineWork.Latency, cancellation).ConfigureAwait(false);
            Console.Error.WriteLine($"Measuring on node '{worker.Node?.Name}'.");
            await worker.StartAsync(null, cancellation).ConfigureAwait(false);
            return SpaceProfile.Read(
                await worker.HelpAsync(request.ToBytes(), new StageLines(Console.Error), cancellation).ConfigureAwait(false));
        }
    }
}
