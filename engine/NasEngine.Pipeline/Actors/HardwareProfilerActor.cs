using Akka.Actor;
using NasEngine.Contracts;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;

namespace NasEngine.Pipeline.Actors;

/// <summary>
/// Adds what a network costs to what it achieved: counted MACs, parameters and activations, and the latency measured in
/// the worker where the objective or a final table needs it.
/// </summary>
internal sealed class HardwareProfilerActor : ReceiveActor
{
    private static readonly string[] Counted = [MetricNames.Macs, MetricNames.Parameters, MetricNames.ActivationBytes];

    private readonly SearchParts _parts;
    private readonly CancellationTokenSource _stopping = new();

    public HardwareProfilerActor(SearchParts parts)
    {
        _parts = parts;
        Receive<Evaluated>(OnEvaluated);
    }

    protected override void PostStop() => _stopping.Cancel();

    private void OnEvaluated(Evaluated done)
    {
        var trainer = Sender;
        if (done.Job.Candidate.Work is not Trial trial || done.Measurement.Failure is not null)
        {
            trainer.Tell(new JobDone(done.Slot, done.Job, done.Measurement, null));
            return;
        }

        var measurement = Count(trial.Architecture, done.Measurement);
        var known = measurement.Metrics.ContainsKey(MetricNames.Latency);
        if (done.Job.Role != WorkerRole.Final && (!_parts.WantLatency || known))
        {
            trainer.Tell(new JobDone(done.Slot, done.Job, measurement, null));
            return;
        }

        done.Worker.ProfileAsync(trial.Architecture, _stopping.Token).PipeTo(
            trainer,
            success: latency => Finish(done, measurement, latency),
            failure: problem => new StageFailed(done.Slot, done.Job, problem));
    }

    private static JobDone Finish(Evaluated done, Measurement measurement, LatencyMeasurement latency) =>
        done.Job.Role == WorkerRole.Final
            ? new JobDone(done.Slot, done.Job, measurement, latency)
            : new JobDone(done.Slot, done.Job, measurement.With(MetricNames.Latency, latency.Milliseconds), null);

    private Measurement Count(Architecture architecture, Measurement measurement)
    {
        foreach (var metric in Counted)
        {
            if (!measurement.Metrics.ContainsKey(metric))
            {
                measurement = measurement.With(metric, _parts.Costs.Cost(metric, architecture));
            }
        }

        return measurement;
    }
}
