namespace NasEngine.Strategies.Learned.Enas;

/// <summary>
/// What each step of an ENAS search is: weight steps to warm up, rounds of weight steps and controller steps, and at last the choice.
/// </summary>
/// <param name="Warmup">Weight steps before the first round.</param>
/// <param name="Weights">Weight steps of a round.</param>
/// <param name="Controller">Controller steps of a round.</param>
/// <param name="Total">Steps in all.</param>
internal readonly record struct EnasSchedule(long Warmup, long Weights, long Controller, long Total)
{
    /// <summary>Whether a step is the last, which measures the finalists.</summary>
    public bool IsChoice(long step) => step == Total - 1;

    /// <summary>The round that a step belongs to, from 1; the warm-up belongs to the first.</summary>
    public long Round(long step) => (Math.Max(0, step - Warmup) / (Weights + Controller)) + 1;

    /// <summary>Whether a step trains the shared weights; otherwise the controller.</summary>
    public bool IsWeightStep(long step) => step < Warmup || (step - Warmup) % (Weights + Controller) < Weights;

    /// <summary>Share of the learning-rate schedule behind a weight step: of the weight steps before it among all of them.</summary>
    public double Position(long step) => (double)WeightStepsBefore(step) / Math.Max(1, WeightStepsBefore(Total - 1));

    private long WeightStepsBefore(long step)
    {
        var (rounds, rest) = Math.DivRem(Math.Max(0, step - Warmup), Weights + Controller);
        return Math.Min(step, Warmup) + (rounds * Weights) + Math.Min(rest, Weights);
    }
}
