using Akka.Actor;
using NasEngine.Pipeline.Workers;
using NasEngine.Search;

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
            measurement ??= await JobWatch.RunAsync(
                progress => worker.EvaluateAsync(TrainerActor.RoleOf(job), job.Candidate, progress, _stopping.Token),
                new SlotProgress(_slot, _plan.Observer), _plan.Times, _plan.Time).ConfigureAwait(false);
            if (job.Rank is { } rank && measurement.Failure is null)
            {
                await ExportAsync(job, worker, _plan.FolderOf(rank)).ConfigureAwait(false);
            }

            profiler.Tell(new Evaluated(_slot, job, measurement, worker), trainer);
        }
        catch (Exception problem)
        {
            trainer.Tell(new StageFailed(job, problem));
        }
    }

    /// <summary>What was trained for so long is not thrown away because the disk is full now.</summary>
    private async Task ExportAsync(Job job, IWorker worker, string folder)
    {
        for (var told = false; ; told = true)
        {
            try
            {
                await JobWatch.RunAsync(
                    _ => worker.ExportAsync(TrainerActor.RoleOf(job), job.Candidate, folder, _stopping.Token),
                    NoProgress.Instance, _plan.Times, _plan.Time).ConfigureAwait(false);
                return;
            }
            catch (DiskRefused problem)
            {
                if (!told)
                {
                    _plan.Observer.Note(
                        $"The network could not be written to '{folder}': {problem.Message.TrimEnd('.')}. "
                        + "The search waits and keeps it; it goes on when the disk takes it.");
                }

                await Task.Delay(_plan.Settings.DiskRetry, _plan.Time, _stopping.Token).ConfigureAwait(false);
            }
        }
    }
}
