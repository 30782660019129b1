using Akka.Actor;
using NasEngine.Contracts;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Pipeline.Actors;

/// <summary>
/// Adds what a network costs to what it achieved: all that the cost models know, and the latency measured in the worker where the
/// objective or a final table needs it and none knows it. Costs are a plugin's and are counted off the actors' threads, within a limit. A
/// latency is measured when the search says that nothing else runs.
/// </summary>
internal sealed class HardwareProfilerActor : ReceiveActor
{
    private readonly SearchPlan _plan;
    private readonly string _space;
    private readonly LatencyBench? _bench;
    private readonly CancellationTokenSource _stopping = new();

    public HardwareProfilerActor(SearchPlan plan)
    {
        (_plan, _space) = (plan, $"Space '{plan.State.Spec.Space.Id}'");
        _bench = plan.CreateBench is { } create ? new LatencyBench(create, plan.Jobs) : null;
        Receive<Evaluated>(done => _ = CountAsync(done, Context.Parent));
        Receive<LatencyDue>(due => _ = MeasureAsync(due, Context.Parent, Sender));
    }

    protected override void PreStart() => _bench?.Begin(_stopping.Token);

    protected override void PostStop()
    {
        _stopping.Cancel();
        _ = _bench?.EndAsync();
    }

    private async Task CountAsync(Evaluated done, IActorRef search)
    {
        var (slot, job, measurement, _) = done;
        if (job.Candidate.Work is not Trial trial || measurement.Failure is not null)
        {
            search.Tell(new JobMeasured(slot, job.Lease, measurement));
            return;
        }

        var parts = _plan.Parts;
        try
        {
            var counted = await _plan.Calls.RunAsync(
                () => Count(parts, trial.Architecture, measurement), _space, () => $"tell the cost of {job.Name}").ConfigureAwait(false);
            var known = counted.Metrics.ContainsKey(MetricNames.Latency);
            search.Tell(job.Rank is not null || (parts.WantLatency && !known)
                ? new LatencyWanted(slot, job.Lease, counted)
                : new JobMeasured(slot, job.Lease, counted));
        }
        catch (StrategyFault fault)
        {
            search.Tell(Failed(fault));
        }
    }

    private async Task MeasureAsync(LatencyDue due, IActorRef search, IActorRef trainer)
    {
        var (slot, job, measurement, worker) = due;
        try
        {
            var architecture = ((Trial)job.Candidate.Work).Architecture;
            var latency = await (_bench is null ? AloneAsync(worker, architecture) : _bench.MeasureAsync(
                bench => AloneAsync(bench, architecture), _plan.Observer.Note, _stopping.Token)).ConfigureAwait(false);
            var timed = measurement.With(MetricNames.Latency, latency.Milliseconds);
            search.Tell(job.Rank is null
                ? new JobMeasured(slot, job.Lease, timed)
                : await FinalAsync(due, timed, latency).ConfigureAwait(false));
        }
        catch (StrategyFault fault)
        {
            search.Tell(Failed(fault));
        }
        catch (Exception problem)
        {
            trainer.Tell(new StageFailed(job, problem));
        }
    }

    private async Task<LatencyMeasurement> AloneAsync(IWorker worker, Architecture architecture)
    {
        using var alone = await _plan.Share.EnterAloneAsync(_stopping.Token).ConfigureAwait(false);
        return await _plan.Jobs.RunAsync(() => worker.ProfileAsync(architecture, _stopping.Token)).ConfigureAwait(false);
    }

    /// <summary>A finalist is scored as well: the objective may be a plugin's.</summary>
    private async Task<JobMeasured> FinalAsync(LatencyDue due, Measurement timed, LatencyMeasurement latency)
    {
        var objective = _plan.Parts.Objective;
        var score = await _plan.Calls.RunAsync(
            () => new FinalScore(objective.Score(timed.Metrics), Feasibility.Of(objective, timed.Metrics).Required),
            $"Objective '{_plan.State.Spec.Objective.Name}'",
            () => "score a finalist").ConfigureAwait(false);
        return new JobMeasured(due.Slot, due.Job.Lease, due.Measurement, latency, score);
    }

    private static PartFailed Failed(StrategyFault fault) => new(fault.Message) { Problem = fault.InnerException };

    private static Measurement Count(SearchParts parts, Architecture architecture, Measurement measurement)
    {
        var metrics = measurement.Metrics.ToBuilder();
        foreach (var known in parts.Costs.Metrics)
        {
            if (!metrics.ContainsKey(known.Name))
            {
                metrics.Add(known.Name, parts.Costs.Cost(known.Name, architecture));
            }
        }

        return measurement with { Metrics = metrics.ToImmutable() };
    }
}
