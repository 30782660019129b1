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

    /// <summary>Trains.</summary>
    /// <param name="network">What to train; left in training mode.</param>
    /// <param name="steps">Batches in all.</param>
    /// <param name="batch">The batch of a step, which is disposed after it.</param>
    /// <param name="averaged">The mean loss is that of this many last steps.</param>
    /// <param name="progress">Told every ten steps.</param>
    /// <param name="cancellation">Looked at between steps.</param>
    /// <returns>Mean loss, of labels alone in nats; not a finite number when a loss was not, and then training stopped there.</returns>
    public double Train(
        SpecNetwork network, long steps, Func<long, Batch> batch, long averaged, IJobProgress progress, CancellationToken cancellation)
    {
        using var parameters = FlatParameters.Of(network);
        using var optimiser = new Sgd(sgd, parameters.Values);
        using var average = Averaging > 0
            ? new WeightAverage(Averaging, parameters.Values.All, network.named_buffers().Select(buffer => buffer.buffer))
            : null;
        network.train();
        var total = 0.0;
        for (long step = 0; step < steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var loss = Step(network, parameters, optimiser, batch(step), LearningRateSchedule.WarmedUp(schedule, step, steps, WarmUp));
            if (!double.IsFinite(loss))
            {
                return loss;
            }

            average?.Add();
            total += steps - step <= averaged ? loss : 0;
            if (step % ReportEvery == 0)
            {
                progress.Report("training", step, steps);
            }
        }

        average?.Put();
        return total / Math.Min(averaged, steps);
    }

    private double Step(SpecNetwork network, FlatParameters parameters, Sgd optimiser, Batch batch, double rateFactor)
    {
        using var scope = torch.NewDisposeScope();
        using (batch)
        {
            var loss = Loss.Of(network.forward(batch.Images), batch);
            var value = loss.Number();
            if (double.IsFinite(value))
            {
                parameters.ClearGradients();
                loss.backward();
                optimiser.Step(parameters.Gradients, rateFactor);
            }

            return value;
        }
    }
}
