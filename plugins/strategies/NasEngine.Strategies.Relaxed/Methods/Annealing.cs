namespace NasEngine.Strategies.Relaxed;

/// <summary>Epochs of weights alone, then a temperature that falls by a factor in every epoch.</summary>
/// <param name="Plan">The epochs.</param>
/// <param name="WeightEpochs">Epochs at the start that train the weights alone.</param>
/// <param name="First">τ until their end, positive.</param>
/// <param name="Decay">What τ is multiplied by in each epoch after them.</param>
/// <param name="Every">Steps of the weights for each of the architecture.</param>
internal sealed record Annealing(EpochPlan Plan, long WeightEpochs, double First, double Decay, long Every)
{
    /// <summary>τ of a step.</summary>
    public double At(long step) => First * Math.Pow(Decay, Math.Max(0, Plan.At(step) - WeightEpochs));

    /// <summary>Whether a step is of weights alone because it is one of the first epochs.</summary>
    public bool IsWarmUp(long step) => Plan.At(step) < WeightEpochs;

    /// <summary>Whether the architecture learns in a step.</summary>
    public bool Learns(long step) => !IsWarmUp(step) && step % Every == Every - 1;
}
