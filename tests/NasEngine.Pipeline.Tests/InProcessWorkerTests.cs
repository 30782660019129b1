using NasEngine.Contracts;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Pipeline.Workers;

namespace NasEngine.Pipeline.Tests;

public sealed class InProcessWorkerTests
{
    [Fact]
    public async Task A_worker_that_is_stopped_lets_its_job_end_before_it_frees_what_the_job_works_on()
    {
        using var training = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var parts = new ToyParts
        {
            BeforeTraining = _ =>
            {
                training.Set();
                goOn.Wait(TimeSpan.FromMinutes(1));
            },
        };
        var worker = new InProcessWorker(ToyParts.Spec(), parts);
        var candidate = new Candidate(0, new Trial(new Architecture("toy", [0, 0]), Fidelity.Full));
        var job = worker.TrainAndEvaluateAsync(WorkerRole.Search, candidate, Silent.Instance, CancellationToken.None);
        training.Wait(TimeSpan.FromMinutes(1)).Should().BeTrue();

        var stopping = worker.DisposeAsync().AsTask();
        var freedEarly = parts.Freed;
        goOn.Set();
        await job;
        await stopping;

        freedEarly.Should().Be(0);
        parts.FreedWhileTraining.Should().BeFalse();
        parts.Freed.Should().Be(1);
        await ((Func<Task>)(() => worker.TrainAndEvaluateAsync(WorkerRole.Search, candidate, Silent.Instance, CancellationToken.None)))
            .Should().ThrowAsync<WorkerLost>();
    }

    private sealed class Silent : IJobProgress
    {
        public static readonly Silent Instance = new();

        public void Report(string stage, long done, long total)
        {
        }
    }
}
