namespace NasEngine.Strategies.Learned.Enas;

/// <summary>What each step of an ENAS search is: rounds of weight steps and controller steps, and at the very end the choice.</summary>
/// <param name="Weights">Weight steps of a round.</param>
/// <param name="Controller">Controller steps of a round.</param>
/// <param name="Total">Steps in all.</param>
internal readonly record struct EnasSchedule(long Weights, long Controller, long Total)
{
    /// <summary>Whether a step is the last, which measures the finalists.</summary>
    public bool IsChoice(long step) => step == Total - 1;

    /// <summary>Whether a step trains the shared weights; otherwise the controller.</summary>
    public bool IsWeightStep(long step) => step % (Weights + Controller) < Weights;

    /// <summary>Share of the learning-rate schedule behind a weight step: of the weight steps before it among all of them.</summary>
    public double Position(long step) => (double)WeightStepsBefore(step) / Math.Max(1, WeightStepsBefore(Total - 1));

    private long WeightStepsBefore(long step)
    {
        var (rounds, rest) = Math.DivRem(step, Weights + Controller);
        return (rounds * Weights) + Math.Min(rest, Weights);
    }
}
