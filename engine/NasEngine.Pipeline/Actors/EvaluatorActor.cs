using Akka.Actor;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Pipeline.Actors;

/// <summary>Measures what its trainer trained, in the worker that holds the weights, and passes it on to the profiler.</summary>
internal sealed class EvaluatorActor : ReceiveActor
{
    private readonly int _slot;
    private readonly ISearchObserver _observer;
    private readonly IActorRef _profiler;
    private readonly CancellationTokenSource _stopping = new();

    public EvaluatorActor(int slot, ISearchObserver observer, IActorRef profiler)
    {
        (_slot, _observer, _profiler) = (slot, observer, profiler);
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
        var progress = new SlotProgress(_slot, _observer);
        var measurement = await worker.EvaluateAsync(job.Role, job.Candidate, progress, _stopping.Token).ConfigureAwait(false);
        if (job.Folder is { } folder && measurement.Failure is null)
        {
            await worker.ExportAsync(job.Role, job.Candidate, folder, _stopping.Token).ConfigureAwait(false);
        }

        return measurement;
    }
}
