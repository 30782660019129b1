using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>Trains a network of its own by stochastic gradient descent.</summary>
/// <param name="sgd">Settings of the descent.</param>
/// <param name="schedule">One of <see cref="LearningRateSchedule.Names"/>.</param>
internal sealed class NetworkTrainer(SgdSettings sgd, string schedule)
{
    private const int ReportEvery = 10;

    /// <summary>Trains.</summary>
    /// <param name="network">What to train; left in training mode.</param>
    /// <param name="steps">Batches in all.</param>
    /// <param name="batch">The batch of a step, which is disposed after it.</param>
    /// <param name="averaged">The mean loss is that of this many last steps.</param>
    /// <param name="progress">Told every ten steps.</param>
    /// <param name="cancellation">Looked at between steps.</param>
    /// <returns>Mean cross-entropy in nats; not a finite number when a loss was not, and then training stopped there.</returns>
    public double Train(
        SpecNetwork network, long steps, Func<long, Batch> batch, long averaged, IJobProgress progress, CancellationToken cancellation)
    {
        using var optimiser = new Sgd(sgd);
        network.train();
        var total = 0.0;
        for (long step = 0; step < steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var loss = Step(network, optimiser, batch(step), LearningRateSchedule.Factor(schedule, step, steps));
            if (!double.IsFinite(loss))
            {
                return loss;
            }

            total += steps - step <= averaged ? loss : 0;
            if (step % ReportEvery == 0)
            {
                progress.Report("training", step, steps);
            }
        }

        return total / Math.Min(averaged, steps);
    }

    private static double Step(SpecNetwork network, Sgd optimiser, Batch batch, double rateFactor)
    {
        using var scope = torch.NewDisposeScope();
        using (batch)
        {
            var loss = torch.nn.functional.cross_entropy(network.forward(batch.Images), batch.Labels);
            var value = loss.ToDouble();
            if (double.IsFinite(value))
            {
                loss.backward();
                Descend(network, optimiser, rateFactor);
            }

            return value;
        }
    }

    private static void Descend(SpecNetwork network, Sgd optimiser, double rateFactor)
    {
        var gradients = new Dictionary<string, torch.Tensor>(network.Weights.Count, StringComparer.Ordinal);
        foreach (var (name, parameter) in network.Weights)
        {
            if (parameter.grad is { } gradient)
            {
                gradients.Add(name, gradient);
                parameter.grad = null;
            }
        }

        optimiser.Step(network.Weights, gradients, rateFactor);
    }
}
