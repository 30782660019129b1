using NasEngine.Pipeline.Records;
using NasEngine.Pipeline.Workers;
using NasEngine.Pipeline.Workers.Processes;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Cluster.Tests;

/// <summary>Parts of steps, which are larger than a message.</summary>
public sealed class StepPartTests
{
    [Fact]
    public async Task A_part_larger_than_a_message_reaches_a_node_and_what_came_of_it_comes_back()
    {
        await using var cluster = new TestCluster();
        _ = cluster.Node("a", () => new FakeWorker(), slots: 2);
        await using var one = cluster.Connect();
        await using var other = cluster.Connect();
        await one.StartAsync(cluster.Configure(), default);
        await other.StartAsync(cluster.Configure(), default);
        byte[] work = [.. Enumerable.Range(0, 5 << 20).Select(place => (byte)(place * 7919 >> 8))];

        var (first, second) = (HelpAsync(one, work), HelpAsync(other, work));

        byte[] expected = [.. work.Reverse()];
        (await first).AsSpan().SequenceEqual(expected).Should().BeTrue();
        (await second).AsSpan().SequenceEqual(expected).Should().BeTrue("the same part may be with two at once");
        (await HelpAsync(one, [1, 2, 3])).Should().Equal(3, 2, 1);
    }

    [Fact]
    public async Task A_node_that_goes_loses_its_part_at_once()
    {
        await using var cluster = new TestCluster();
        using var goes = new CancellationTokenSource();
        var worker = new FakeWorker { Gate = new TaskCompletionSource().Task };
        _ = cluster.Node("a", () => worker, end: goes.Token);
        await using var connection = cluster.Connect();
        await connection.StartAsync(cluster.Configure(), default);

        var waiting = HelpAsync(connection, [1]);
        await worker.Began;
        await goes.CancelAsync();

        await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<WorkerLost>();
    }

    [Fact]
    public async Task How_far_a_part_is_is_heard()
    {
        await using var cluster = new TestCluster();
        _ = cluster.Node("a", () => new FakeWorker());
        await using var connection = cluster.Connect();
        await connection.StartAsync(cluster.Configure(), default);
        var progress = new HeardProgress();

        await HelpAsync(connection, [1], progress);

        progress.Words.Should().Equal("its part 1/2");
    }

    private static async Task<byte[]> HelpAsync(IWorkerConnection connection, byte[] work, HeardProgress? progress = null) =>
        RecordBytes.Read<byte[]>(await connection.CallAsync(id => new Help(id, work), progress, default));
}
