using Akka.Actor;
using NasEngine.Contracts;
using NasEngine.Pipeline.Workers;

namespace NasEngine.Pipeline.Actors;

/// <summary>
/// One worker slot: keeps a worker alive, trains candidates in it and passes them on to the evaluator. A lost worker is
/// replaced; what was lost with it is the parent's to try again.
/// </summary>
internal sealed class TrainerActor : ReceiveActor
{
    private readonly int _slot;
    private readonly SearchPlan _plan;
    private readonly IActorRef _evaluator;
    private readonly CancellationTokenSource _stopping = new();
    private IWorker? _worker;
    private bool _stateful;
    private int _round;

    public TrainerActor(int slot, SearchPlan plan, IActorRef profiler)
    {
        (_slot, _plan) = (slot, plan);
        _evaluator = Context.ActorOf(Props.Create(() => new EvaluatorActor(slot, plan, profiler)), "evaluator");
        Receive<Started>(OnStarted);
        Receive<StartFailed>(OnStartFailed);
        Receive<StartWorkerAgain>(_ => StartWorker(_plan.CreateWorker));
        Receive<RenewWorker>(OnRenew);
        Receive<Job>(OnJob);
        Receive<TrainingDone>(done => _evaluator.Tell(new Trained(done.Job, _worker!)));
        Receive<StageFailed>(OnStageFailed);
        Receive<JobDone>(OnJobDone);
        Receive<Checkpoint>(OnCheckpoint);
        Receive<Saved>(OnSaved);
    }

    protected override void PreStart() => StartWorker(_plan.CreateWorker);

    protected override void PostStop()
    {
        _stopping.Cancel();
        _ = _worker?.DisposeAsync().AsTask();
    }

    private void StartWorker(Func<int, IWorker> create)
    {
        var worker = create(_slot);
        _worker = worker;
        Prepare(worker).PipeTo(Self, success: ready => new Started(worker, ready), failure: problem => new StartFailed(worker, problem));
    }

    private void OnRenew(RenewWorker renew)
    {
        _round = renew.Round;
        Drop();
        StartWorker(renew.Create ?? _plan.CreateWorker);
    }

    private async Task<WorkerReady> Prepare(IWorker worker)
    {
        var ready = await worker.StartAsync(_stopping.Token).ConfigureAwait(false);
        if (ready.Stateful)
        {
            await _plan.Memory.CatchUpAsync(worker, _plan.Observer, _stopping.Token).ConfigureAwait(false);
        }

        return ready;
    }

    private void OnStarted(Started started)
    {
        if (started.Worker != _worker)
        {
            return;
        }

        _stateful = started.Ready.Stateful;
        _plan.Observer.WorkerStarted(_slot, started.Ready);
        Context.Parent.Tell(new TrainerReady(_slot, _stateful, _round));
    }

    private void OnStartFailed(StartFailed failed)
    {
        if (failed.Worker != _worker)
        {
            return;
        }

        if (Cause.Of(failed.Problem) is InputException input)
        {
            Context.Parent.Tell(new InputBroke(input, _round));
            return;
        }

        Drop();
        if (!_stopping.IsCancellationRequested)
        {
            Context.Parent.Tell(new WorkerNotStarted(_slot, Cause.Of(failed.Problem).Message, _round));
        }
    }

    private void OnJob(Job job)
    {
        var progress = new SlotProgress(_slot, _plan.Observer);
        _worker!.TrainAsync(job.Role, job.Candidate, progress, _stopping.Token)
            .PipeTo(Self, success: () => new TrainingDone(job), failure: problem => new StageFailed(_slot, job, problem));
    }

    private void OnStageFailed(StageFailed failed)
    {
        switch (Cause.Of(failed.Problem))
        {
            case InputException input:
                Context.Parent.Tell(new InputBroke(input, _round));
                break;
            case OperationCanceledException when _stopping.IsCancellationRequested:
                break;
            case var problem:
                Drop();
                Context.Parent.Tell(new JobLost(_slot, failed.Job, problem.Message));
                break;
        }
    }

    private void OnJobDone(JobDone done)
    {
        if (_stateful && done.Job.Role == WorkerRole.Search)
        {
            _plan.Memory.Remember(done.Job.Candidate, done.Measurement);
        }

        Context.Parent.Tell(done);
        Context.Parent.Tell(new TrainerReady(_slot, _stateful, _round));
    }

    private void OnCheckpoint(Checkpoint checkpoint) =>
        _worker!.SaveAsync(checkpoint.Number, _plan.Memory.Folder, _stopping.Token).PipeTo(
            Self, success: saved => new Saved(saved, null), failure: problem => new Saved(null, Cause.Of(problem)));

    private void OnSaved(Saved saved)
    {
        if (saved.Checkpoint is { } checkpoint)
        {
            _plan.Memory.Remember(checkpoint);
            Context.Parent.Tell(new CheckpointDone(checkpoint));
        }
        else
        {
            Context.Parent.Tell(new CheckpointFailed(saved.Problem!.Message));
        }
    }

    private void Drop()
    {
        _ = _worker?.DisposeAsync().AsTask();
        _worker = null;
    }

    private sealed record Started(IWorker Worker, WorkerReady Ready);

    private sealed record StartFailed(IWorker Worker, Exception Problem);

    private sealed record TrainingDone(Job Job);

    private sealed record Saved(Search.CheckpointSaved? Checkpoint, Exception? Problem);
}
