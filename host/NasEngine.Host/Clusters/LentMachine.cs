using System.Net;
using System.Net.Sockets;
using NasEngine.Cluster;
using NasEngine.Cluster.Nodes;
using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;
using NasEngine.Host.Composition;
using NasEngine.Pipeline.Workers.Processes;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Host.Clusters;

/// <summary>What the command line says of a node.</summary>
/// <param name="Coordinator">Where it joins.</param>
/// <param name="Slots">Workers side by side.</param>
internal sealed record NodeLaunch(ClusterLaunch Coordinator, int Slots)
{
    /// <summary>Its name; null for that of the machine.</summary>
    public string? Name { get; init; }

    /// <summary>Its address; null for the one that this machine reaches the coordinator from.</summary>
    public string? Host { get; init; }

    /// <summary>Where workers have their tensors; null leaves it to the search.</summary>
    public string? Device { get; init; }

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
            Coordinator = launch.Coordinator.Endpoint,
            Tls = launch.Coordinator.Tls,
            Versions = ThisVersion.Of,
            Name = launch.Name ?? Environment.MachineName,
            Host = launch.Host ?? AddressTowards(launch.Coordinator.Endpoint),
            Slots = launch.Slots,
            Device = launch.Device,
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

    /// <summary>The address of this machine from which packets to another one go; nothing is sent.</summary>
    private static string AddressTowards(ClusterEndpoint coordinator)
    {
        try
        {
            var address = Dns.GetHostAddresses(coordinator.Host)[0];
            using var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(address, coordinator.Port);
            return ((IPEndPoint)socket.LocalEndPoint!).Address.ToString();
        }
        catch (SocketException problem)
        {
            throw new InputException(
                $"No address of this machine reaches '{coordinator.Host}' ({Clause.Of(problem.Message)}); correct --join, or give the "
                + "address of this machine: --host ADDRESS.",
                problem);
        }
    }
}
