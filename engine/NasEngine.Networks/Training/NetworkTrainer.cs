using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>Trains a network of its own by stochastic gradient descent.</summary>
/// <param name="sgd">Settings of the descent.</param>
/// <param name="schedule">One of <see cref="LearningRateSchedule.Names"/>.</param>
internal sealed class NetworkTrainer(SgdSettings sgd, string schedule)
{
    private const int ReportEvery = 10;

    /// <summary>Share of the steps in which the learning rate rises, before the schedule.</summary>
    public double WarmUp { get; init; }

    /// <summary>Decay of the average of weights that the network ends with; 0 for the last weights.</summary>
    public double Averaging { get; init; }

    /// <summary>What is made small; stays the caller's.</summary>
    public TrainingLoss Loss { get; init; } = new();

    /// <summary>Batches whose mean gradient makes a step, at least 1.</summary>
    public int Accumulated { get; init; } = 1;

    /// <summary>When it stops before the last step; null for never. Stays the caller's.</summary>
    public EarlyStop? Stop { get; init; }

    /// <summary>Where it writes itself down, to go on there after a kill.</summary>
    public Halfway Halfway { get; init; } = Halfway.Nowhere;

    /// <summary>Trains.</summary>
    /// <param name="network">What to train; left in training mode.</param>
    /// <param name="steps">Steps in all.</param>
    /// <param name="batch">The batch of a number from 0, which is disposed after its step.</param>
    /// <param name="averaged">Steps of an epoch: the mean loss is that of as many last steps.</param>
    /// <param name="progress">Told every ten steps.</param>
    /// <param name="cancellation">Looked at between steps.</param>
    /// <returns>Mean loss, of labels alone in nats; not a finite number when a loss was not, and then training stopped there.</returns>
    public double Train(
        SpecNetwork network, long steps, Func<long, Batch> batch, long averaged, IJobProgress progress, CancellationToken cancellation)
    {
        using var run = new TrainingRun(network, sgd, Averaging, Stop);
        Halfway.Restore(run.Restore);
        network.train();
        while (run.Done < steps)
        {
            cancellation.ThrowIfCancellationRequested();
            var loss = Step(network, run, batch, LearningRateSchedule.WarmedUp(schedule, run.Done, steps, WarmUp));
            if (!double.IsFinite(loss))
            {
                return loss;
            }

            run.Average?.Add();
            run.Total += steps - run.Done <= averaged ? loss : 0;
            run.OfEpoch += loss;
            if (run.Done % ReportEvery == 0)
            {
                progress.Report("training", run.Done, steps);
            }

            run.Done++;
            if (run.Done % averaged == 0 && Ends(network, run) && run.Done < steps)
            {
                run.Finish();
                return run.OfEpoch / averaged;
            }

            run.OfEpoch = run.Done % averaged == 0 ? 0 : run.OfEpoch;
            Halfway.Save(run.Done, run.Save);
        }

        run.Finish();
        return run.Total / Math.Min(averaged, steps);
    }

    /// <summary>Whether the training ends with this epoch; what is measured and kept is the average, where there is one.</summary>
    private static bool Ends(SpecNetwork network, TrainingRun run)
    {
        if (run.Stop is null)
        {
            return false;
        }

        run.Average?.Swap();
        var ends = run.Stop.Look(run.Current);
        run.Average?.Swap();
        network.train();
        return ends;
    }

    private double Step(SpecNetwork network, TrainingRun run, Func<long, Batch> batches, double rateFactor)
    {
        using var ofStep = torch.NewDisposeScope();
        run.Parameters.ClearGradients();
        var total = 0.0;
        for (var part = 0; part < Accumulated; part++)
        {
            using var ofPart = torch.NewDisposeScope();
            using var batch = batches((run.Done * Accumulated) + part);
            var loss = Loss.Of(network, batch);
            total += loss.Number() / Accumulated;
            if (!double.IsFinite(total))
            {
                return total;
            }

            (Accumulated == 1 ? loss : loss.Times(1.0 / Accumulated)).backward();
        }

        run.Optimiser.Step(run.Parameters.Gradients, rateFactor);
        return total;
    }
}
