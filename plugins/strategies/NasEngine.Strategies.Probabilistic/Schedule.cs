using NasEngine.Contracts;

namespace NasEngine.Strategies.Probabilistic;

/// <summary>What tells FP-NAS from PARSEC: how many samples, and in which form of the distribution.</summary>
/// <param name="Owner">The strategy, for messages.</param>
/// <param name="Learning">What they share.</param>
/// <param name="Samples">How many samples a step takes.</param>
/// <param name="JointFrom">The first step in the joint form; 0 for all, <see cref="long.MaxValue"/> for none.</param>
internal sealed record Schedule(string Owner, LearningOptions Learning, ISampleSize Samples, long JointFrom)
{
    /// <summary>FP-NAS: K = λ·H, factorised at first, then joint.</summary>
    public static Schedule Of(FpNasOptions options, Budget budget) => new(
        "strategy 'fp-nas'",
        options.Learning,
        new EntropySamples(options.Lambda, options.MinSamples),
        options.SwitchToJointAt switch
        {
            <= 0 => 0,
            >= 1 => long.MaxValue,
            var share => FirstJoint(share, options.Learning.WarmupSteps, budget.Planned("strategy 'fp-nas'")),
        });

    /// <summary>PARSEC: K fixed, one form throughout.</summary>
    public static Schedule Of(ParsecOptions options) => new(
        "strategy 'parsec'", options.Learning, new FixedSamples(options.Samples), options.Joint ? 0 : long.MaxValue);

    /// <summary>The share is of the steps that the distribution learns in: a long warm-up would leave no coarse form else.</summary>
    private static long FirstJoint(double share, long warmup, long steps) =>
        warmup + (long)Math.Ceiling(share * Math.Max(0, steps - warmup));
}
