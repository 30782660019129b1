using System.Collections.Immutable;
using Akka.Actor;
using NasEngine.Contracts;
using NasEngine.Pipeline.Workers;
using NasEngine.Pipeline.Workers.Session;
using NasEngine.Search;

namespace NasEngine.Pipeline.Actors;

/// <summary>
/// One worker, from its start to its end: trains candidates in it and passes them on to the evaluator. When the worker is lost,
/// this actor says what was lost with it and ends; the search watches it and starts another.
/// </summary>
internal sealed class TrainerActor : ReceiveActor
{
    private readonly int _slot;
    private readonly SearchPlan _plan;
    private readonly IActorRef _evaluator;
    private readonly IActorRef _profiler;
    private readonly IWorker _worker;
    private readonly CancellationTokenSource _stopping = new();

    public TrainerActor(
        int slot, SearchPlan plan, IWorker worker, MachineWork kind, ImmutableArray<CheckpointSaved>? checkpoints, IActorRef profiler)
    {
        (_slot, _plan, _worker, _profiler) = (slot, plan, worker, profiler);
        _evaluator = Context.ActorOf(Props.Create(() => new EvaluatorActor(slot, plan, profiler)), "evaluator");
        Receive<WorkerReady>(OnReady);
        Receive<StageFailed>(OnStartFailed);
        PrepareAsync(kind, checkpoints, Context.Parent).PipeTo(Self, failure: problem => new StageFailed(null, problem));
    }

    protected override void PostStop()
    {
        _stopping.Cancel();
        _ = _worker.DisposeAsync().AsTask();
    }

    private async Task<WorkerReady> PrepareAsync(
        MachineWork kind, ImmutableArray<CheckpointSaved>? checkpoints, IActorRef search)
    {
        await HaveMachineAsync(kind, search).ConfigureAwait(false);
        var ready = await StartAsync().ConfigureAwait(false);
        if (ready.Stateful && checkpoints is { } known)
        {
            await CatchUp.RunAsync(_worker, known, _plan, _stopping.Token).ConfigureAwait(false);
        }

        return ready;
    }

    private async Task HaveMachineAsync(MachineWork kind, IActorRef search)
    {
        var placed = _worker.PlaceAsync(kind, _stopping.Token);
        if (!placed.IsCompleted)
        {
            search.Tell(new SlotWaits(_slot, true));
            await placed.ConfigureAwait(false);
            search.Tell(new SlotWaits(_slot, false));
        }

        await placed.ConfigureAwait(false);
    }

    private async Task<WorkerReady> StartAsync()
    {
        using var place = await _plan.Share.EnterAsync(_stopping.Token).ConfigureAwait(false);
        return await _plan.Jobs.RunAsync(() => _worker.StartAsync(_plan.NetworkFolder, _stopping.Token)).ConfigureAwait(false);
    }

    private void OnReady(WorkerReady ready)
    {
        _plan.Observer.WorkerStarted(_slot, ready);
        Become(Ready);
        Context.Parent.Tell(new SlotReady(_slot, ready.Stateful) { GuessingLoss = MeasurementCheck.GuessingLoss(ready.Classes) });
    }

    private void OnStartFailed(StageFailed failed)
    {
        Context.Parent.Tell(Problems.Root(failed.Problem) switch
        {
            InputException input => new InputRejected(_slot, input),
            var problem => new SlotFailed(_slot, problem.Message) { Node = (problem as WorkerLost)?.Node },
        });
        Context.Stop(Self);
    }

    private void Ready()
    {
        Receive<AssignJob>(assign => _ = TrainAsync(assign.Job, _evaluator, Self));
        Receive<MeasureLatency>(due => _profiler.Tell(new LatencyDue(_slot, due.Job, due.Measurement, _worker)));
        Receive<SaveCheckpoint>(OnCheckpoint);
        Receive<StageFailed>(OnFailed);
    }

    /// <summary>A candidate crosses to the worker once: trained and measured. Only what the disk refused is measured again.</summary>
    private async Task TrainAsync(Job job, IActorRef evaluator, IActorRef self)
    {
        var (role, progress) = (RoleOf(job), new SlotProgress(_slot, _plan.Observer));
        try
        {
            await GoWhereItMayBeDoneAsync(job).ConfigureAwait(false);
            using var place = await PlaceAsync().ConfigureAwait(false);
            var measured = await _plan.Jobs.RunAsync(
                counted => _worker.TrainAndEvaluateAsync(role, job.Candidate, counted, _stopping.Token), progress).ConfigureAwait(false);
            evaluator.Tell(new Trained(job, _worker, measured));
        }
        catch (DiskRefused)
        {
            evaluator.Tell(new Trained(job, _worker, null));
        }
        catch (Exception problem)
        {
            self.Tell(new StageFailed(job, problem));
        }
    }

    /// <summary>Trials may be for other machines than winners are.</summary>
    private async Task GoWhereItMayBeDoneAsync(Job job)
    {
        var placed = _worker.PlaceAsync(KindOf(job), _stopping.Token);
        if (!placed.IsCompleted)
        {
            _plan.Observer.JobProgress(_slot, "waits for a machine", 0, 0);
        }

        if (await placed.ConfigureAwait(false))
        {
            _plan.Observer.WorkerStarted(_slot, await StartAsync().ConfigureAwait(false));
        }
    }

    /// <summary>Room on the machine; who looks on is told when others have it.</summary>
    private ValueTask<IDisposable> PlaceAsync()
    {
        var place = _plan.Share.EnterAsync(_stopping.Token);
        if (!place.IsCompleted)
        {
            _plan.Observer.JobProgress(_slot, "another search has the machine", 0, 0);
        }

        return place;
    }

    private void OnFailed(StageFailed failed)
    {
        switch (Problems.Root(failed.Problem))
        {
            case InputException input:
                Context.Parent.Tell(new InputRejected(_slot, input));
                break;
            case var problem:
                Context.Parent.Tell(new JobLost(_slot, failed.Job!.Lease, problem.Message) { Node = (problem as WorkerLost)?.Node });
                break;
        }

        Context.Stop(Self);
    }

    private void OnCheckpoint(SaveCheckpoint save) => _plan.Jobs
        .RunAsync(() => _worker.SaveAsync(save.Number, _plan.CheckpointFolder, _stopping.Token))
        .PipeTo(
            Context.Parent,
            success: saved => new CheckpointWritten(_slot, saved),
            failure: problem => new CheckpointRefused(_slot, Problems.Root(problem).Message));

    private static MachineWork KindOf(Job job) => job.Rank is not null ? MachineWork.Finals
        : job.Candidate.Work is SupernetStep ? MachineWork.Steps
        : MachineWork.Trials;

    internal static WorkerRole RoleOf(Job job) => job.Rank is null ? WorkerRole.Search : WorkerRole.Final;
}
