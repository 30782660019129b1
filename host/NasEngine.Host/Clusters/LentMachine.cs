using NasEngine.Cluster;
using NasEngine.Cluster.Nodes;
using NasEngine.Cluster.Security;
using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;
using NasEngine.Host.Composition;
using NasEngine.Pipeline.Workers.Processes;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Host.Clusters;

/// <summary>What the command line says of a node.</summary>
/// <param name="Coordinators">Where it joins: the first of them that answers.</param>
/// <param name="Tls">Its certificate; null for none.</param>
/// <param name="Slots">Workers side by side.</param>
internal sealed record NodeLaunch(IReadOnlyList<ClusterEndpoint> Coordinators, ClusterTls? Tls, int Slots)
{
    /// <summary>Its name; null for that of the machine.</summary>
    public string? Name { get; init; }

    /// <summary>Its address; null for the one that this machine reaches the coordinator from.</summary>
    public string? Host { get; init; }

    /// <summary>Where workers have their tensors; null leaves it to the search.</summary>
    public string? Device { get; init; }

    /// <summary>What it is good for.</summary>
    public MachineTags Tags { get; init; } = MachineTags.None;

    /// <summary>GiB of files that it keeps.</summary>
    public int CacheGib { get; init; }
}

/// <summary>A machine that lends its workers to searches elsewhere.</summary>
internal static class LentMachine
{
    /// <summary>Lends until it is interrupted.</summary>
    /// <exception cref="InputException">The coordinator has no use for it.</exception>
    public static Task RunAsync(NodeLaunch launch, CancellationToken cancellation) => ClusterNode.RunAsync(
        new NodeOptions
        {
            Coordinators = launch.Coordinators,
            Tls = launch.Tls,
            Versions = ThisMachine.Of,
            Name = launch.Name ?? Environment.MachineName,
            Host = launch.Host,
            Slots = launch.Slots,
            Device = launch.Device,
            Tags = launch.Tags,
            Cache = UserFolders.Cache("node"),
            CacheLimit = (long)launch.CacheGib << 30,
            Create = () => new WorkerConnection(WorkerLaunch.CommandOf(new LaunchOptions()), TimeProvider.System),
            Receive = Receive,
            Note = Console.Error.WriteLine,
        },
        cancellation);

    private static (PluginRecord Plugin, IDisposable? Hold) Receive(PluginRecord plugin)
    {
        var (copy, hold) = PluginTransfer.Take(UserFolders.Cache("plugins"), new PluginCopy(plugin.Id, plugin.Path, plugin.Hash));
        return (plugin with { Path = copy.Path }, hold);
    }
}
