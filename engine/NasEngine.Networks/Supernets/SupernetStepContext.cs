using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>What a rule works on.</summary>
/// <param name="Supernet">The shared weights and the routes through them.</param>
/// <param name="Number">Number of the candidate.</param>
/// <param name="Step">What the strategy asked for.</param>
/// <param name="Training">The training batch of this step.</param>
/// <param name="Validation">
/// The validation batch of this step, the one that the step's validation routes are measured on afterwards.
/// </param>
/// <param name="Optimiser">Of the shared weights.</param>
/// <param name="RateFactor">Share of the highest learning rate that the schedule gives this step.</param>
/// <param name="Seed">The search's seed.</param>
public sealed record SupernetStepContext(
    Supernet Supernet, long Number, SupernetStep Step, Batch Training, Batch Validation, Sgd Optimiser, double RateFactor, ulong Seed)
{
    /// <summary>Random numbers of this step for one purpose; equal in every run of the search.</summary>
    public RandomSource Random(string purpose) => RandomSource.For(Seed, Number, purpose);

    /// <summary>A number that the strategy sent with the step.</summary>
    public double Setting(string name, double fallback) => Step.Settings.GetValueOrDefault(name, fallback);

    /// <summary>
    /// Moves the shared weights against a gradient, and reports the losses of the training routes. When a loss or the gradient
    /// is not finite, the weights stay as they are and the measurement is a failure.
    /// </summary>
    /// <param name="gradient">May be changed.</param>
    /// <param name="losses">Mean cross-entropy of each training route, nats.</param>
    /// <param name="decaying">Names of the weights that weight decay concerns; null for all that some route touched.</param>
    public Measurement Descend(GradientSum gradient, ImmutableArray<double> losses, IReadOnlySet<string>? decaying = null)
    {
        var finite = losses.TakeWhile(double.IsFinite).Count();
        if (finite < losses.Length)
        {
            var route = Step.Train[finite] is Architecture path ? $"path {finite} ({path.Id})" : $"mixture {finite}";
            return Measurement.Failed(
                FailureKind.NotANumber, $"The training loss of {route} at step {Number} is not a finite number; lower the learning rate.");
        }

        if (!GradientNorm.IsFinite(gradient.Gradients.All))
        {
            return Measurement.Failed(
                FailureKind.NotANumber, $"The gradient at step {Number} is not finite; lower the learning rate.");
        }

        Optimiser.Step(gradient.Gradients, RateFactor, gradient.Touched, decaying);
        return new Measurement()
            .With(MetricNames.TrainLoss, losses.Average())
            .With(SeriesNames.TrainLosses, losses);
    }

    /// <summary>Whether there is nothing to train, because the step only measures.</summary>
    /// <exception cref="InputException">The step has no routes at all.</exception>
    public bool OnlyMeasures() => Step.Train.Length == 0 && (Step.Validate.Length > 0 ? true : throw new InputException(
        $"Rule '{Step.Rule.Id}' works on the routes of a step, and step {Number} has none; give a path or a mixture to train or to "
        + $"validate."));
}
