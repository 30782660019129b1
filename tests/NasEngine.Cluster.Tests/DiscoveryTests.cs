using System.Net;
using System.Net.Sockets;
using NasEngine.Cluster.Nodes;
using NasEngine.Contracts;

namespace NasEngine.Cluster.Tests;

/// <summary>A node finds its coordinator among several addresses, and by names.</summary>
public sealed class DiscoveryTests
{
    private const string Name = "coordinator.example";

    [Fact(Timeout = 60_000)]
    public async Task A_name_is_looked_up_until_one_of_its_addresses_answers()
    {
        await using var cluster = new TestCluster();
        var answers = new Queue<IPAddress[]?>([null, [IPAddress.Parse("127.0.0.9")], [IPAddress.Parse("127.0.0.9"), IPAddress.Loopback]]);
        var said = new List<string>();

        _ = cluster.Node("a", () => new FakeWorker(), but: options => options with
        {
            Coordinators = [cluster.Coordinator.Endpoint with { Host = Name }],
            Resolve = (name, _) => name == Name && answers.Dequeue() is { } found
                ? Task.FromResult(found)
                : throw new SocketException((int)SocketError.HostNotFound),
            Time = new Hasty(),
            Note = said.Add,
        });
        await cluster.Until("Node 'a' joined");

        answers.Should().BeEmpty("each answer before the last led nowhere");
        said[1].Should().StartWith($"'{Name}' has no address now (").And.EndWith("; node 'a' asks again until it has one.");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_coordinator_that_comes_back_at_another_address_of_the_list_is_found_there()
    {
        await using var cluster = new TestCluster();
        var (first, second) = (cluster.Coordinator.Endpoint, cluster.Coordinator.Endpoint with { Host = "127.0.0.2" });
        var joined = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = cluster.Node("a", () => new FakeWorker(), but: options => options with
        {
            Coordinators = [second, first],
            Note = said => _ = said.Contains("has joined", StringComparison.Ordinal) && joined.TrySetResult(said),
        });
        await cluster.Until("Node 'a' joined");
        (await joined.Task).Should().EndWith($"has joined {first}.");

        await cluster.ReplaceAsync(() => Task.CompletedTask, second.Host);
        await cluster.Until("Node 'a' joined");

        cluster.Coordinator.Endpoint.Should().Be(second);
        await using var connection = cluster.Connect();
        (await connection.StartAsync(cluster.Configure(), default)).Should().NotBeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_place_where_somebody_else_listens_keeps_a_node_from_no_other()
    {
        await using var cluster = new TestCluster();
        using var stranger = new TcpListener(IPAddress.Loopback, 0);
        stranger.Start();

        _ = cluster.Node("a", () => new FakeWorker(), but: options => options with
        {
            Coordinators = [new ClusterEndpoint("127.0.0.1", ((IPEndPoint)stranger.LocalEndpoint).Port), cluster.Coordinator.Endpoint],
        });

        await cluster.Until("Node 'a' joined");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_place_that_this_machine_does_not_reach_keeps_a_node_from_no_other()
    {
        await using var cluster = new TestCluster();
        var said = new List<string>();

        _ = cluster.Node("a", () => new FakeWorker(), but: options => options with
        {
            Coordinators = [new ClusterEndpoint("255.255.255.255", 7788), cluster.Coordinator.Endpoint],
            Host = null,
            Note = said.Add,
        });

        await cluster.Until("Node 'a' joined");
        said[1].Should().StartWith("No address of this machine reaches '255.255.255.255' (").And.EndWith("--host ADDRESS.");
    }

    [Fact]
    public void A_list_of_addresses_is_read_and_one_that_is_none_is_named()
    {
        ClusterEndpoint.ParseList("10.0.0.5:7788, nas.example:7789,10.0.0.5:7788").Should().Equal(
            new ClusterEndpoint("10.0.0.5", 7788), new ClusterEndpoint("nas.example", 7789));
        var wrong = () => ClusterEndpoint.ParseList("10.0.0.5:7788,10.0.0.6");
        wrong.Should().Throw<InputException>().WithMessage("'10.0.0.6' is no address of a coordinator; give HOST:PORT, such as *");
        var missing = () => ClusterEndpoint.ParseList("10.0.0.5:7788,");
        missing.Should().Throw<InputException>().WithMessage("'' is no address*");
    }

    /// <summary>Waits for nothing.</summary>
    private sealed class Hasty : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
