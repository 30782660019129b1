using NasEngine.Pipeline.Workers;

namespace NasEngine.Faults.Tests;

public sealed class ClockTests
{
    /// <summary>Jobs of worker processes are looked at every second; this one takes three.</summary>
    [Fact]
    public async Task A_clock_that_jumps_by_days_does_not_end_a_job()
    {
        await using var worker = RealWorker.Create(milliseconds: 3000, new JumpingClock());
        await worker.StartAsync(null, CancellationToken.None);
        var candidate = RealWorker.Candidate(7);

        var measured = await worker.TrainAndEvaluateAsync(
            WorkerRole.Search, candidate, RealWorker.NoProgress.Instance, CancellationToken.None);

        measured.Metrics["score"].Should().Be(7 * 7919 % 101);
    }

    private sealed class JumpingClock : TimeProvider
    {
        private int _asked;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddDays(Interlocked.Increment(ref _asked) * 37 % 101 - 50);
    }
}
