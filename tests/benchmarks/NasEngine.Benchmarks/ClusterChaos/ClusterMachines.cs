using System.Globalization;
using System.Net;
using System.Net.Sockets;
using NasEngine.Benchmarks.Emulation;
using NasEngine.Faults;

namespace NasEngine.Benchmarks.ClusterChaos;

/// <summary>The nodes of a cluster, each a process on a host of its own with a cache and a clock of its own, and the place of its coordinator.</summary>
internal sealed class ClusterMachines : IDisposable
{
    private const string FakeTime = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";

    /// <summary>Clocks of the first nodes, in seconds before that of the coordinator.</summary>
    private static readonly int[] Ahead = [3600, -3600];

    private readonly Sandbox _files = new();
    private readonly Hosts? _hosts;
    private readonly NasProcess[] _nodes;
    private readonly string _address;
    private readonly int _slots;

    public ClusterMachines(Hosts? hosts, int nodes, int slots)
    {
        (_hosts, _slots) = (hosts, slots);
        _address = hosts is null ? $"127.0.0.1:{FreePort()}" : $"{Hosts.Address(0)}:7788";
        using (var init = _files.Start("cluster", "init", "--dir", Certificates))
        {
            init.Exit();
        }

        _nodes = [.. Enumerable.Range(1, nodes).Select(Start)];
    }

    /// <summary>What the nodes' clocks are.</summary>
    public string Clocks => File.Exists(FakeTime) ? "+1 h, -1 h, right …" : "all right (libfaketime is not here)";

    private string Certificates => Path.Combine(_files.Own, "certificates");

    /// <summary>A place for a search that these work for.</summary>
    public Sandbox Sandbox(string[] run) => new([.. run, "--cluster", _address, "--certificate", Certificates, "--workers", "0"])
    {
        Through = _hosts?.On(0) ?? [],
    };

    /// <summary>Kills a node and starts another one on its host.</summary>
    public void Restart(int node)
    {
        Signal.Send(_nodes[node - 1].Pid, Signal.Kill);
        _nodes[node - 1].Exit();
        _nodes[node - 1].Dispose();
        _nodes[node - 1] = Start(node);
    }

    /// <summary>A node ends when it is killed, and never by itself.</summary>
    /// <exception cref="InvalidOperationException">One did.</exception>
    public void MustLive()
    {
        if (Array.Find(_nodes, node => node.ExitWithin(TimeSpan.Zero) is not null) is { } dead)
        {
            throw new InvalidOperationException($"A node ended with {dead.Exit()}. It wrote: {dead.Said}");
        }
    }

    public void Dispose()
    {
        foreach (var node in _nodes ?? [])
        {
            node.Dispose();
        }

        _files.Dispose();
    }

    private NasProcess Start(int node) => new(
        Path.Combine(_files.Own, string.Create(CultureInfo.InvariantCulture, $"node-{node}")),
        [
            "worker", "--join", _address, "--certificate", Certificates, "--slots", _slots.ToString(CultureInfo.InvariantCulture),
            "--name", string.Create(CultureInfo.InvariantCulture, $"node-{node}"),
        ],
        [.. _hosts?.On(node) ?? [], .. Clock(node)]);

    private static string[] Clock(int node) => node <= Ahead.Length && File.Exists(FakeTime)
        ? ["env", $"LD_PRELOAD={FakeTime}", string.Create(CultureInfo.InvariantCulture, $"FAKETIME={Ahead[node - 1]:+0;-0}"), "FAKETIME_DONT_FAKE_MONOTONIC=1"]
        : [];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
