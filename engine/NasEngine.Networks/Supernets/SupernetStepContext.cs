using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>What a rule works on.</summary>
/// <param name="Supernet">The shared weights and the paths through them.</param>
/// <param name="Number">Number of the candidate.</param>
/// <param name="Step">What the strategy asked for.</param>
/// <param name="Training">The training batch of this step.</param>
/// <param name="Validation">
/// The validation batch of this step, the one that the step's validation paths are measured on afterwards.
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

    /// <summary>Moves the shared weights against a gradient.</summary>
    public void Descend(GradientSum gradient) => Optimiser.Step(Supernet.Weights.Tensors, gradient.Gradients, RateFactor);
}
