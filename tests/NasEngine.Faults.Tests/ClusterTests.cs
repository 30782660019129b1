using System.Net;
using System.Net.Sockets;

namespace NasEngine.Faults.Tests;

public sealed class ClusterTests : IDisposable
{
    private static readonly string[] Search =
        Searches.Faulty("--set", "trials=60", "--set", "milliseconds=60", "--set", "window=3", "--threads-per-worker", "1");

    private readonly Sandbox _machine = new();
    private readonly List<NasProcess> _nodes = [];
    private readonly string _address = $"127.0.0.1:{FreePort()}";

    private string Certificates => Path.Combine(_machine.Own, "certificates");

    [Fact]
    public void A_plugin_that_only_the_coordinator_has_runs_on_nodes_through_kills_of_a_node_and_of_the_coordinator()
    {
        using var undisturbed = new Sandbox(Search).Finish();
        using (var init = _machine.Start("cluster", "init", "--dir", Certificates))
        {
            init.Exit().Should().Be(0, init.Said);
        }

        using var sandbox = new Sandbox([.. Search, "--cluster", _address, "--certificate", Certificates, "--workers", "0"]);
        var first = Node("first");
        using (var coordinator = sandbox.Run())
        {
            coordinator.Until(() => Ledger.Results(sandbox) >= 5).Should().BeTrue(coordinator.Said + first.Said);
            Signal.Send(first.Pid, Signal.Kill);
            Node("second");
            var before = Ledger.Results(sandbox);
            coordinator.Until(() => Ledger.Results(sandbox) >= before + 5).Should().BeTrue(coordinator.Said);
            Signal.Send(coordinator.Pid, Signal.Kill);
            coordinator.Exit();
        }

        sandbox.Finish();
        sandbox.Show("faulty", "--plugins", Searches.Plugin)
            .DifferencesFrom(undisturbed.Show("faulty", "--plugins", Searches.Plugin), butDefinition: false).Should().Be(0);
        _nodes[1].Said.Split('\n').Count(line => line.Contains("has joined")).Should().Be(2, "it joined both coordinators");
    }

    public void Dispose()
    {
        _nodes.ForEach(node => node.Dispose());
        _machine.Dispose();
    }

    /// <summary>A node with a cache of its own, which holds no plugin.</summary>
    private NasProcess Node(string name)
    {
        var node = new NasProcess(
            Path.Combine(_machine.Own, name),
            ["worker", "--join", _address, "--certificate", Certificates, "--slots", "3", "--name", name]);
        _nodes.Add(node);
        return node;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
