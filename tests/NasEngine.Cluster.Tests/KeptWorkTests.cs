using NasEngine.Contracts;
using NasEngine.Pipeline.Records;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Cluster.Tests;

/// <summary>What nodes did, or were at, when their coordinator was lost is taken by the next one that asks for the same.</summary>
public sealed class KeptWorkTests
{
    [Theory(Timeout = 120_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Work_that_is_done_or_goes_on_without_a_coordinator_is_not_done_again_wherever_it_is(bool swapped)
    {
        await using var cluster = new TestCluster();
        var (done, goesOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        FakeWorker one = new() { Gate = done.Task }, other = new() { Gate = goesOn.Task };
        _ = cluster.Node("one", () => one);
        await cluster.Until("Node 'one' joined");
        await using var first = cluster.Connect();
        await first.StartAsync(cluster.Configure(), default);
        _ = cluster.Node("other", () => other);
        await using var second = cluster.Connect();
        await second.StartAsync(cluster.Configure(), default);
        _ = first.CallAsync(id => TestCluster.Trial(id, 1), null, default);
        _ = second.CallAsync(id => TestCluster.Trial(id, 2), null, default);
        await Task.WhenAll(one.Began, other.Began);

        await cluster.ReplaceAsync(() =>
        {
            done.SetResult();
            return one.Done;
        });
        await using var third = cluster.Connect();
        await using var fourth = cluster.Connect();
        await Task.WhenAll(third.StartAsync(cluster.Configure(), default), fourth.StartAsync(cluster.Configure(), default));
        var (a, b) = swapped ? (fourth, third) : (third, fourth);
        var results = Task.WhenAll(Accuracy(a, 1), Accuracy(b, 2));
        goesOn.SetResult();

        (await results).Should().Equal(1, 2);
        Trials(one).Should().Equal(1);
        Trials(other).Should().Equal(2);
        await b.CallAsync(id => new ExportNetwork(id, Pipeline.Workers.WorkerRole.Final, new(2, new TrialRecord([0], null, 1, null)), Path.Combine(cluster.Folder, "x")), null, default);
        other.Told.OfType<ExportNetwork>().Should().ContainSingle("the network is where it was trained");
        (await Accuracy(a, 5)).Should().Be(5, "and they go on");
    }

    [Fact(Timeout = 120_000)]
    public async Task A_worker_that_died_while_it_was_kept_is_replaced_and_its_next_job_does_not_suffer()
    {
        await using var cluster = new TestCluster();
        var workers = new Queue<FakeWorker>([new FakeWorker(), new FakeWorker()]);
        var (dies, next) = (workers.First(), workers.Last());
        _ = cluster.Node("one", workers.Dequeue);
        await using var first = cluster.Connect();
        await first.StartAsync(cluster.Configure(), default);
        await Accuracy(first, 1);
        await cluster.ReplaceAsync(() =>
        {
            dies.IsDead = true;
            return Task.CompletedTask;
        });

        await using var second = cluster.Connect();
        await second.StartAsync(cluster.Configure(), default);

        (await Accuracy(second, 2)).Should().Be(2);
        dies.IsDisposed.Should().BeTrue();
        next.Told.Select(told => told.GetType().Name).Should().Equal("Configure", "Assign");
        next.IsDead = true;
        var lost = () => Accuracy(second, 3);
        await lost.Should().ThrowAsync<Pipeline.Workers.WorkerLost>("that one died at work");
    }

    [Fact(Timeout = 120_000)]
    public async Task Work_that_nobody_asks_for_again_is_dropped()
    {
        await using var cluster = new TestCluster();
        var never = new TaskCompletionSource();
        var workers = new Queue<FakeWorker>([new FakeWorker { Gate = never.Task }, new FakeWorker()]);
        var (stuck, next) = (workers.First(), workers.Last());
        _ = cluster.Node("one", workers.Dequeue);
        await using var first = cluster.Connect();
        await first.StartAsync(cluster.Configure(), default);
        _ = first.CallAsync(id => TestCluster.Trial(id, 1), null, default);
        await stuck.Began;

        await cluster.ReplaceAsync(() => Task.CompletedTask);
        await using var second = cluster.Connect();
        await second.StartAsync(cluster.Configure(table: "another"), default);

        (await Accuracy(second, 1)).Should().Be(1);
        stuck.IsDisposed.Should().BeTrue("it is of another search");
        Trials(next).Should().Equal(1);
    }

    private static async Task<double> Accuracy(Pipeline.Workers.Processes.IWorkerConnection connection, long number) =>
        RecordBytes.Read<MeasurementRecord>(await connection.CallAsync(id => TestCluster.Trial(id, number), new Silent(), default)).Metrics["accuracy"];

    private static IEnumerable<long> Trials(FakeWorker worker) =>
        worker.Told.OfType<Assign>().Select(assign => assign.Candidate.Number).Where(number => number < 5);

    private sealed class Silent : IJobProgress
    {
        public void Report(string stage, long done, long total)
        {
        }
    }
}
