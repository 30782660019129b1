using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;

namespace NasEngine.Host.Planning;

/// <summary>Measures what a search would take by its first proposals, in a worker as the search has them, and leaves nothing.</summary>
/// <param name="prepared">The search, its strategy fresh.</param>
/// <param name="worker">A worker that is started.</param>
/// <param name="services">Knows the options of estimators.</param>
/// <param name="time">The clock.</param>
internal sealed class PlanMeasurement(PreparedSearch prepared, IWorker worker, IServices services, TimeProvider time)
{
    private const int Proposals = 4;
    private const string EpochsOption = "epochs";

    private readonly SearchSpec _spec = prepared.Spec;

    /// <summary>Measures.</summary>
    /// <param name="cancellation">Ends it; what was measured until then is told.</param>
    public async Task<WorkTimes> MeasureAsync(CancellationToken cancellation)
    {
        var times = new WorkTimes();
        try
        {
            var first = Propose(0);
            times = first switch
            {
                SupernetStep step => await StepsAsync(step, cancellation).ConfigureAwait(false),
                Trial trial => times with
                {
                    Epochs = EpochsOf(trial, _spec.Estimator) * trial.Fidelity.DataFraction,
                    Trial = await TrialAsync(WorkerRole.Search, trial, _spec.Estimator, cancellation).ConfigureAwait(false),
                },
                _ => times with { Remark = "the strategy proposes nothing" },
            };
            return _spec.Final is { } final && first is not null
                ? times with { Final = await FinalAsync(final, first, cancellation).ConfigureAwait(false) }
                : times;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return times with { Remark = "not all was measured in a minute" };
        }
        catch (MeasuredException failed)
        {
            return times with { Remark = failed.Message };
        }
    }

    private WorkItem? Propose(long number) => prepared.Strategy.Propose(new ProposalContext(number, _spec.Seed, [])
    {
        TrialsLeft = _spec.Budget.Trials,
        StepsLeft = _spec.Budget.Steps,
    });

    private async Task<WorkTimes> StepsAsync(SupernetStep step, CancellationToken cancellation)
    {
        var (seconds, steps) = (0.0, 0);
        WorkItem? next = step;
        for (var number = 0; number < Proposals && next is SupernetStep; number++)
        {
            var candidate = new Candidate(number, next);
            var (took, measurement) = await RunAsync(WorkerRole.Search, candidate, cancellation).ConfigureAwait(false);
            (seconds, steps) = number == 0 ? (took, 1) : number == 1 ? (took, 1) : (seconds + took, steps + 1);
            prepared.Strategy.Observe(new Observation(candidate, measurement, _spec.Seed));
            next = Propose(number + 1);
        }

        return new WorkTimes { Step = seconds / steps, CheckpointBytes = await CheckpointAsync(steps, cancellation).ConfigureAwait(false) };
    }

    private async Task<double> CheckpointAsync(int number, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("nas-plan-");
        try
        {
            await worker.SaveAsync(number, folder.FullName, cancellation).ConfigureAwait(false);
            return folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => (double)file.Length);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<double> FinalAsync(FinalSpec final, WorkItem first, CancellationToken cancellation)
    {
        var architecture = first.Architectures.FirstOrDefault() ?? prepared.Space.Decisions.Sample(RandomSource.For(_spec.Seed, 0, "plan"));
        var fidelity = final.Inherits ? new Fidelity(Epochs: 0) : Fidelity.Full;
        return await TrialAsync(WorkerRole.Final, new Trial(architecture, fidelity), final.Estimator, cancellation).ConfigureAwait(false);
    }

    private async Task<double> TrialAsync(WorkerRole role, Trial trial, ComponentSpec estimator, CancellationToken cancellation)
    {
        trial = trial with { Keep = false };
        async Task<double> TrainAsync(Trial one) =>
            (await RunAsync(role, new Candidate(0, one), cancellation).ConfigureAwait(false)).Seconds;

        if (EpochsOf(trial, estimator) is { } epochs and > 0)
        {
            return await TimedTraining.SecondsAsync(
                epochs, some => TrainAsync(trial with { Fidelity = trial.Fidelity with { Epochs = some } })).ConfigureAwait(false);
        }

        await TrainAsync(trial).ConfigureAwait(false);
        return await TrainAsync(trial).ConfigureAwait(false);
    }

    private async Task<(double Seconds, Measurement Measurement)> RunAsync(
        WorkerRole role, Candidate candidate, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var measurement = await worker.TrainAndEvaluateAsync(role, candidate, new Unheard(), cancellation).WaitAsync(cancellation)
            .ConfigureAwait(false);
        return measurement.Failure is { } failure
            ? throw new MeasuredException($"the first of them failed: {Clause.Of(failure.Message)}")
            : (time.GetElapsedTime(began).TotalSeconds, measurement);
    }

    /// <summary>Epochs of a trial: its own, else what the estimator's options say; null of an estimator that has none.</summary>
    private double? EpochsOf(Trial trial, ComponentSpec estimator)
    {
        if (trial.Fidelity.Epochs is { } epochs)
        {
            return epochs;
        }

        var option = services.Describe<IEstimator>().FirstOrDefault(part => part.Id == estimator.Id)?.Options
            .FirstOrDefault(option => option.Name == EpochsOption);
        return option is not null && estimator.Options.Values.GetValueOrDefault(EpochsOption, option.Default) is var said
            && double.TryParse(said, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private sealed class Unheard : IJobProgress
    {
        public void Report(string stage, long done, long total)
        {
        }
    }

    private sealed class MeasuredException(string why) : Exception(why);
}
