using System.Net;
using System.Net.Sockets;
using NasEngine.Cluster.Security;
using NasEngine.Contracts;
using NasEngine.Pipeline.Workers.Processes;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Cluster.Nodes;

/// <summary>What a node is, and how it runs workers.</summary>
public sealed record NodeOptions
{
    /// <summary>Where the coordinator may be, at least one: addresses, and names of one or of several addresses.</summary>
    public required IReadOnlyList<ClusterEndpoint> Coordinators { get; init; }

    /// <summary>The addresses of a name, by which it is told; a <see cref="SocketException"/> where nobody knows it.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>The certificate; null for none, which only a loopback address may do.</summary>
    public ClusterTls? Tls { get; init; }

    /// <summary>What the coordinator must have too.</summary>
    public required ClusterVersions Versions { get; init; }

    /// <summary>Its name, for people.</summary>
    public required string Name { get; init; }

    /// <summary>The address of this machine that the coordinator reaches; null for the one that this machine reaches it from.</summary>
    public string? Host { get; init; }

    /// <summary>Worker processes side by side, at least 1.</summary>
    public int Slots { get; init; } = 1;

    /// <summary>Where workers have their tensors; null leaves it to the search.</summary>
    public string? Device { get; init; }

    /// <summary>What it is good for.</summary>
    public MachineTags Tags { get; init; } = MachineTags.None;

    /// <summary>Folder of what the coordinator sends.</summary>
    public required string Cache { get; init; }

    /// <summary>Bytes of it that are kept when no worker uses them.</summary>
    public long CacheLimit { get; init; } = 20L << 30;

    /// <summary>How long a worker is kept that nobody asks for, when the coordinator is lost and its job is done.</summary>
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Told of joining and leaving.</summary>
    public Action<string> Note { get; init; } = _ => { };

    /// <summary>Makes a worker process, not started.</summary>
    public required Func<IWorkerConnection> Create { get; init; }

    /// <summary>
    /// Takes a plugin whose files have arrived at its path: says where a worker is to load it from, and holds it there until that is
    /// disposed of.
    /// </summary>
    public required Func<PluginRecord, (PluginRecord Plugin, IDisposable? Hold)> Receive { get; init; }
}
