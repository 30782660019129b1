using System.Net;
using System.Net.Sockets;
using NasEngine.Pipeline.Reading;
using NasEngine.Search;

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

        var (trained, goOn) = (Directory.CreateDirectory(Path.Combine(_machine.Own, "trained")).FullName, Path.Combine(_machine.Own, "go-on"));
        using var sandbox = new Sandbox([
            .. Search, "--cluster", _address, "--certificate", Certificates, "--workers", "0",
            "--set", "on=gpu", "--set", $"log={trained}", "--set", "estimatorFault=waits", "--set", "at=30", "--set", $"marker={goOn}"]);
        Node("plain", tags: "cpu");
        var first = Node("first");
        using (var coordinator = sandbox.Run())
        {
            coordinator.Until(() => Ledger.Results(sandbox) >= 5).Should().BeTrue(coordinator.Said + first.Said);
            Signal.Send(first.Pid, Signal.Kill);
            Node("second");
            coordinator.Until(() => Trainings(trained, 30) == 1).Should().BeTrue(coordinator.Said);
            Signal.Send(coordinator.Pid, Signal.Kill);
            coordinator.Exit();
        }

        _nodes[2].Until(() => _nodes[2].Said.Contains("is gone; node")).Should().BeTrue("it misses the coordinator");
        File.WriteAllText(goOn, "");
        sandbox.Finish();
        sandbox.Show("faulty", "--plugins", Searches.Plugin)
            .DifferencesFrom(undisturbed.Show("faulty", "--plugins", Searches.Plugin), butDefinition: true).Should().Be(0);
        _nodes[2].Said.Split('\n').Count(line => line.Contains("has joined")).Should().Be(2, "it joined both coordinators");
        var left = Ledger.Events(sandbox).OfType<NodeHappened>().Where(one => one is { Node.Name: "first", News: CandidateLeft })
            .Select(one => ((CandidateLeft)one.News).Number).ToArray();
        left.Should().NotBeEmpty("the first node had something").And.NotContain(30);
        Ledger.Events(sandbox).OfType<AttemptFailed>().Should().BeEmpty("a node's death is no attempt");
        var all = NodeTable.Of(Ledger.Read(sandbox)).Nodes;
        all.Where(node => node.Node.Name == "plain").Should().HaveCount(2).And.OnlyContain(node => node.Done == 0 && node.Facts.Tags == "cpu");
        var nodes = all.Where(node => node.Node.Name != "plain").ToArray();
        nodes.Select(node => node.Node.Name).Should().Equal("first", "second", "second");
        nodes.Sum(node => node.Done).Should().Be(60, "whatever was measured was measured on a node");
        nodes[0].Should().Match<NodeStory>(node => node.Left != null && node.Lost == left.Length && node.Facts.Slots == 3);
        Enumerable.Range(0, 60).Except(left.Select(number => (int)number)).Select(number => Trainings(trained, number))
            .Should().OnlyContain(times => times == 1, "what a node did while there was no coordinator is taken");
    }

    [Fact]
    public void Parts_that_a_recipe_holds_run_on_a_node_that_comes_when_the_search_waits_for_one()
    {
        using var sandbox = new Sandbox(
            Path.Combine(Installation.Root, "scripts", "inline.csx"), "--set", "trials=20", "--threads-per-worker", "1", "--isolation", "process",
            "--cluster", _address, "--no-tls", "--workers", "0");
        using var coordinator = sandbox.Run();
        coordinator.Says("Waiting: workers of search 'inline-7' need a node, and none has joined.").Should().BeTrue(coordinator.Said);
        Node("late", security: ["--no-tls"]);

        coordinator.Exit().Should().Be(0, coordinator.Said + _nodes[0].Said);
        NodeTable.Of(Ledger.Read(sandbox)).Nodes.Single().Done.Should().Be(20);
        Directory.GetDirectories(Path.Combine(_machine.Own, "late", "nasengine", "plugins"))
            .Should().BeEmpty("it got the recipe's parts, and no plugin that the search does not use");
    }

    [Fact]
    public void Nodes_help_with_the_steps_of_a_supernet_and_one_that_is_killed_changes_no_bit()
    {
        using var undisturbed = new Sandbox(Searches.FpNas(40)!).Finish();
        using (var init = _machine.Start("cluster", "init", "--dir", Certificates))
        {
            init.Exit().Should().Be(0, init.Said);
        }

        using var sandbox = new Sandbox(
            Searches.FpNas(40, "--cluster", _address, "--certificate", Certificates, "--step-helpers", "2")!);
        var first = Node("first");
        using var coordinator = sandbox.Run();
        coordinator.Until(() => Ledger.Results(sandbox) >= 1).Should().BeTrue(coordinator.Said);
        var trains = coordinator.Workers.Single();
        Signal.Send(trains, Signal.Stop);
        coordinator.Says("2 of 2 help with steps.").Should().BeTrue(coordinator.Said + first.Said);
        var alone = Ledger.Results(sandbox);
        Signal.Send(trains, Signal.Continue);
        coordinator.Until(() => Ledger.Results(sandbox) >= alone + 5).Should().BeTrue(coordinator.Said);
        Signal.Send(first.Pid, Signal.Kill);
        Node("second");

        coordinator.Exit().Should().Be(0, coordinator.Said);
        coordinator.Said.Should().Contain("One that helped with steps is lost, and what it was to do is done here");
        sandbox.Show("fpnas").DifferencesFrom(undisturbed.Show("fpnas"), butDefinition: true).Should().Be(0);
    }

    public void Dispose()
    {
        _nodes.ForEach(node => node.Dispose());
        _machine.Dispose();
    }

    [Fact]
    public void A_space_is_profiled_on_a_node_that_joins_and_an_interrupt_leaves_no_table()
    {
        var table = Path.Combine(_machine.Own, "there.json");
        string[] profile =
            ["profile", "mlp", "--to", table, "--networks", "4", "--cluster", _address, "--no-tls", "--on", "gpu"];
        using (var waits = _machine.Start(profile))
        {
            waits.Says("Waiting: measurements of space 'mlp' need a node with the tag 'gpu', and none has joined.").Should().BeTrue(waits.Said);
            Signal.Send(waits.Pid, Signal.Interrupt);
            waits.Exit().Should().Be(130, waits.Said);
        }

        Node("far", security: ["--no-tls"]);
        using (var measures = _machine.Start([.. profile, "--rounds", "10000"]))
        {
            measures.Says("  operations 0%").Should().BeTrue(measures.Said + _nodes[0].Said);
            Signal.Send(measures.Pid, Signal.Interrupt);
            measures.Exit().Should().Be(130, measures.Said);
            measures.Said.Should().Contain("Measuring on node 'far'.");
        }

        File.Exists(table).Should().BeFalse();
        using var ends = _machine.Start([.. profile, "--rounds", "1"]);
        ends.Exit().Should().Be(0, ends.Said + _nodes[0].Said);
        ends.Said.Should().Contain("  networks 100%");
        File.ReadAllText(table).Should().Contain("\"device\": \"cpu, ").And.Contain("\"linear in=");
    }

    /// <summary>A node with a cache of its own, which holds no plugin.</summary>
    private NasProcess Node(string name, string tags = "gpu", string[]? security = null)
    {
        var node = new NasProcess(
            Path.Combine(_machine.Own, name),
            ["worker", "--join", _address, .. security ?? ["--certificate", Certificates], "--slots", "3", "--name", name, "--tags", tags]);
        _nodes.Add(node);
        return node;
    }

    private static int Trainings(string folder, int number) => Directory.GetFiles(folder, $"{number}-*").Length;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
