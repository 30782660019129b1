using Akka.Actor;
using NasEngine.Contracts;
using NasEngine.Pipeline.Workers;

namespace NasEngine.Pipeline.Actors;

/// <summary>Measures what its trainer trained, in the worker that holds the weights, and passes it on to the profiler.</summary>
internal sealed class EvaluatorActor : ReceiveActor
{
    private readonly int _slot;
    private readonly SearchPlan _plan;
    private readonly CancellationTokenSource _stopping = new();

    public EvaluatorActor(int slot, SearchPlan plan, IActorRef profiler)
    {
        (_slot, _plan) = (slot, plan);
        Receive<Trained>(trained => _ = EvaluateAsync(trained, profiler, Context.Parent));
    }

    protected override void PostStop() => _stopping.Cancel();

    private async Task EvaluateAsync(Trained trained, IActorRef profiler, IActorRef trainer)
    {
        var (job, worker, measurement) = trained;
        try
        {
            measurement ??= await WithDiskAsync(
                _plan.NetworkFolder,
                progress => worker.EvaluateAsync(TrainerActor.RoleOf(job), job.Candidate, progress, _stopping.Token),
                new SlotProgress(_slot, _plan.Observer)).ConfigureAwait(false);
            if (job is { Rank: { } rank, Seed: 0 } && measurement.Failure is null)
            {
                await WithDiskAsync(
                    _plan.FolderOf(rank),
                    async _ =>
                    {
                        await worker.ExportAsync(TrainerActor.RoleOf(job), job.Candidate, _plan.FolderOf(rank), _stopping.Token)
                            .ConfigureAwait(false);
                        return true;
                    },
                    NoProgress.Instance).ConfigureAwait(false);
            }

            profiler.Tell(new Evaluated(_slot, job, measurement, worker), trainer);
        }
        catch (Exception problem)
        {
            trainer.Tell(new StageFailed(job, problem));
        }
    }

    /// <summary>What was trained for so long is not thrown away because the disk is full now.</summary>
    private async Task<T> WithDiskAsync<T>(string folder, Func<IJobProgress, Task<T>> call, IJobProgress progress)
    {
        for (var told = false; ; told = true)
        {
            try
            {
                return await _plan.Jobs.RunAsync(call, progress).ConfigureAwait(false);
            }
            catch (DiskRefused problem)
            {
                if (!told)
                {
                    _plan.Observer.Note(
                        $"The network could not be written to '{folder}': {Clause.Of(problem.Message)}. "
                        + "The search waits and keeps it; it goes on when the disk takes it.");
                }

                await Task.Delay(_plan.Settings.DiskRetry, _plan.Time, _stopping.Token).ConfigureAwait(false);
            }
        }
    }
}
