using NasEngine.Cluster.Contents;
using NasEngine.Contracts;
using NasEngine.Pipeline.Records;
using NasEngine.Pipeline.Workers;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Cluster.Tests;

public sealed class NodeTests
{
    [Fact]
    public async Task Plugins_and_files_reach_a_node_and_what_its_jobs_leave_comes_back()
    {
        await using var cluster = new TestCluster();
        var (plugin, table) = (File("plugin/mine.dll", "code"), File("table.csv", "rows"));
        var (networks, results) = (Path.Combine(cluster.Folder, "networks"), Path.Combine(cluster.Folder, "results"));
        var worker = new FakeWorker();
        _ = cluster.Node("a", () => worker, but: options => options with { Device = "cuda:1" });
        await using var connection = cluster.Connect(
            new OfferedFile(ContentPlaces.OfPlugin("mine", "mine.dll"), plugin), new OfferedFile(ContentPlaces.OfFile(table), table),
            new OfferedFile(ContentPlaces.OfData("cats/1.png"), File("cat.png", "a cat")));

        await connection.StartAsync(cluster.Configure([new PluginRecord("mine", plugin, "hash")], table), default);
        var progress = new HeardProgress();
        var measured = RecordBytes.Read<MeasurementRecord>(await connection.CallAsync(id => TestCluster.Trial(id, 3), progress, default));
        await connection.CallAsync(id => TestCluster.Trial(id, 4, parent: 3), progress, default);
        await connection.CallAsync(id => new ExportNetwork(id, WorkerRole.Final, new(4, new TrialRecord([0], null, 1, null)), results), null, default);
        var refused = async () => await connection.CallAsync(id => new ProfileNetwork(id, [0]), null, default);

        var told = worker.Told.OfType<Configure>().Single();
        told.Spec.Device.Should().Be("cuda:1", "a node's device is its own choice");
        told.Plugins.Single().Path.Should().StartWith(Path.Combine(cluster.Folder, "a")).And.EndWith("mine.dll");
        told.Spec.Estimator.Options["table"].Should().StartWith(Path.Combine(cluster.Folder, "a")).And.EndWith("table.csv");
        Text(Path.Combine(told.Spec.Data!.Options["data"], "cats", "1.png")).Should().Be("a cat");
        measured.Metrics["accuracy"].Should().Be(3);
        progress.Words.Should().Contain("training 1/2");
        Text(Path.Combine(networks, "0000000003-hash.network")).Should().Be("weights of 3");
        worker.NetworksSeen.Should().Be("weights of 3", "a trial starts from what an earlier one left, wherever that was");
        Text(Path.Combine(results, "inner", "weights")).Should().Be("exported");
        (await refused.Should().ThrowAsync<DiskRefused>()).WithMessage("*Node 'a'*the disk is full*");

        string File(string name, string text)
        {
            var path = Path.Combine(cluster.Folder, "own", name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            System.IO.File.WriteAllText(path, text);
            return path;
        }

        static string Text(string path) => System.IO.File.ReadAllText(path);
    }

    [Fact]
    public async Task A_worker_waits_for_room_and_a_node_that_goes_loses_its_job_to_the_next()
    {
        await using var cluster = new TestCluster();
        using var goes = new CancellationTokenSource();
        var never = new TaskCompletionSource();
        var first = new FakeWorker { Gate = never.Task };
        await using var one = cluster.Connect();
        await using var other = cluster.Connect();
        var placed = one.PlaceAsync(default);
        placed.IsCompleted.Should().BeFalse("there is no node");

        _ = cluster.Node("first", () => first, end: goes.Token);
        await one.StartAsync(cluster.Configure(), default);
        var lost = one.CallAsync(id => TestCluster.Trial(id, 1), new HeardProgress(), default);
        var waiting = other.PlaceAsync(default);
        await goes.CancelAsync();
        var act = async () => await lost;
        (await act.Should().ThrowAsync<WorkerLost>()).WithMessage("*node 'first'*gone*").Which.Node!.Name.Should().Be("first");
        waiting.IsCompleted.Should().BeFalse("its only slot was taken");

        _ = cluster.Node("second", () => new FakeWorker());
        await other.StartAsync(cluster.Configure(), default);
        (await other.CallAsync(id => TestCluster.Trial(id, 1), new HeardProgress(), default)).Should().NotBeEmpty();
        first.IsDisposed.Should().BeTrue();
    }

    [Fact]
    public async Task A_slot_that_was_given_back_is_given_to_who_waits()
    {
        await using var cluster = new TestCluster();
        _ = cluster.Node("a", () => new FakeWorker());
        var one = cluster.Connect();
        await one.StartAsync(cluster.Configure(), default);
        await using var other = cluster.Connect();
        var waiting = other.StartAsync(cluster.Configure(), default);
        waiting.IsCompleted.Should().BeFalse();

        await one.DisposeAsync();

        (await waiting).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("1.2.4", "4.5.6", "Node 'a' is 1.2.4, and the coordinator 1.2.3; install the same version of NasEngine on both.")]
    [InlineData("1.2.3", "4.6.0", "Node 'a' has the contract of plugins 4.6.0, and the coordinator 4.5.6; install the same version of NasEngine on both.")]
    public async Task A_node_of_another_version_is_refused_with_both_named(string engine, string contracts, string sentence)
    {
        await using var cluster = new TestCluster();
        var joining = async () => await cluster.Node("a", () => new FakeWorker(), versions: new(engine, contracts));

        (await joining.Should().ThrowAsync<InputException>()).WithMessage(sentence);
        cluster.Notes.Should().Equal(sentence);
    }
}
