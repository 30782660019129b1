using NasEngine.Contracts;
using NasEngine.Pipeline.Workers;
using NasEngine.Pipeline.Workers.Processes;

namespace NasEngine.Faults.Tests;

public sealed class ClockTests
{
    /// <summary>Jobs of worker processes are looked at every second; this one takes three.</summary>
    [Fact]
    public async Task A_clock_that_jumps_by_days_does_not_end_a_job()
    {
        var spec = new SearchSpec
        {
            Name = "faulty",
            Space = "faulty",
            Strategy = "faulty",
            Estimator = new ComponentSpec("faulty", OptionBag.Empty.With("milliseconds", "3000")),
            Objective = new Objective("score", []),
            Budget = new Budget(1),
        };
        var command = new WorkerCommand("dotnet", [Installation.Program, "worker", "--plugins", Searches.Plugin])
        {
            JobTime = TimeSpan.FromMinutes(5),
            Silence = TimeSpan.FromMinutes(5),
        };
        await using var worker = new ProcessWorker(spec, command, new JumpingClock());
        await worker.StartAsync(CancellationToken.None);
        var candidate = new Candidate(7, new Trial(new Architecture("faulty", [1, 2]), Fidelity.Full));

        await worker.TrainAsync(WorkerRole.Search, candidate, new NoProgress(), CancellationToken.None);
        var measured = await worker.EvaluateAsync(WorkerRole.Search, candidate, new NoProgress(), CancellationToken.None);

        measured.Metrics["score"].Should().Be(7 * 7919 % 101);
    }

    private sealed class NoProgress : IJobProgress
    {
        public void Report(string stage, long done, long total)
        {
        }
    }

    private sealed class JumpingClock : TimeProvider
    {
        private int _asked;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddDays(Interlocked.Increment(ref _asked) * 37 % 101 - 50);
    }
}
