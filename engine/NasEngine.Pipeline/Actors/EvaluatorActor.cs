using Akka.Actor;
using NasEngine.Pipeline.Workers;

namespace NasEngine.Pipeline.Actors;

/// <summary>Measures what its trainer trained, in the worker that holds the weights, and passes it on to the profiler.</summary>
internal sealed class EvaluatorActor : ReceiveActor
{
    private readonly int _slot;
    private readonly SearchPlan _plan;
    private readonly IActorRef _profiler;
    private readonly CancellationTokenSource _stopping = new();

    public EvaluatorActor(int slot, SearchPlan plan, IActorRef profiler)
    {
        (_slot, _plan, _profiler) = (slot, plan, profiler);
        Receive<Trained>(OnTrained);
        Receive<Evaluated>(done => _profiler.Tell(done, Context.Parent));
        Receive<StageFailed>(failed => Context.Parent.Tell(failed));
    }

    protected override void PostStop() => _stopping.Cancel();

    private void OnTrained(Trained trained)
    {
        var (job, worker) = trained;
        Evaluate(trained).PipeTo(
            Self,
            success: measurement => new Evaluated(_slot, job, measurement, worker),
            failure: problem => new StageFailed(_slot, job, problem));
    }

    private async Task<Contracts.Measurement> Evaluate(Trained trained)
    {
        var (job, worker) = trained;
        var progress = new SlotProgress(_slot, _plan.Observer);
        var measurement = await worker.EvaluateAsync(job.Role, job.Candidate, progress, _stopping.Token).ConfigureAwait(false);
        if (job.Folder is { } folder && measurement.Failure is null)
        {
            await ExportAsync(job, worker, folder).ConfigureAwait(false);
        }

        return measurement;
    }

    /// <summary>What was trained for so long is not thrown away because the disk is full now.</summary>
    private async Task ExportAsync(Job job, IWorker worker, string folder)
    {
        for (var told = false; ; told = true)
        {
            try
            {
                await worker.ExportAsync(job.Role, job.Candidate, folder, _stopping.Token).ConfigureAwait(false);
                return;
            }
            catch (DiskRefused problem)
            {
                if (!told)
                {
                    _plan.Observer.Note($"The network could not be written to '{folder}': {problem.Message.TrimEnd('.')}. The search waits and keeps it; it goes on when the disk takes it.");
                }

                await Task.Delay(_plan.Settings.DiskRetry, _plan.Time, _stopping.Token).ConfigureAwait(false);
            }
        }
    }
}
