using NasEngine.Contracts;

namespace NasEngine.Strategies.Probabilistic;

/// <summary>Options of FP-NAS (arXiv 2011.10949).</summary>
/// <param name="Learning">What it shares with PARSEC.</param>
/// <param name="Lambda">λ, samples per nat of entropy; 1/4 in the paper.</param>
/// <param name="MinSamples">Fewest samples of a step, at least 1.</param>
/// <param name="SwitchToJointAt">
/// θ as a share of the budget's steps after the warm-up, from 0 (joint from the start) to 1 (never). What the variables of a layer are
/// together is found only while no choice has become unlikely: where the best pair has the worst halves, a switch after a fortieth of the
/// steps or later misses some, and one at 0.4 all of them, while a joint form from the start learns large layers slowly.
/// </param>
internal sealed record FpNasOptions(LearningOptions Learning, double Lambda = 0.25, int MinSamples = 4, double SwitchToJointAt = 0.05)
{
    /// <summary>Reads them.</summary>
    public static FpNasOptions Read(OptionReader options) => new(
        LearningOptions.Read(options),
        options.Number("lambda", 0.25,
            "Samples per nat of the distribution's entropy, K = λ·H (FP-NAS, arXiv 2011.10949).", min: 0),
        (int)options.Integer("minSamples", 4,
            "Fewest samples of a step; with 2 the search is worse, with 1 there is no gradient.", min: 1, max: 4096),
        options.Number("switchToJointAt", 0.05,
            "Share of the budget's steps after the warm-up at which each layer's variables get one joint distribution: 0 from the start, 1 "
            + "never (FP-NAS). A late switch does not find choices that are good only together.",
            min: 0, max: 1));
}
