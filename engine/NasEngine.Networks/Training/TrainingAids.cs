using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>What helps a network to do well on images that it has not seen; each a function of seed, trial and step alone.</summary>
/// <param name="LabelSmoothing">
/// Share of the label that is spread over all classes, in [0, 1) (Szegedy et al., arXiv 1512.00567, section 7).
/// </param>
/// <param name="ClassWeights">Whether rare classes weigh more in training: by examples/(classes · examples of the class).</param>
/// <param name="Averaging">Decay of the average of weights that is kept and measured, in [0, 1); 0 for the last weights.</param>
/// <param name="WarmUp">Share of the steps in which the learning rate rises evenly from 0, before the schedule.</param>
/// <param name="Mixing">Mixed and erased images.</param>
/// <param name="Teacher">A network to learn from beside the labels; null for none.</param>
internal sealed record TrainingAids(
    double LabelSmoothing, bool ClassWeights, double Averaging, double WarmUp, MixingOptions Mixing, TeacherOptions? Teacher)
{
    /// <summary>Reads them.</summary>
    public static TrainingAids Read(OptionReader options) => new(
        options.Number("labelSmoothing", 0, "Share of the label that is spread over all classes", min: 0, max: 0.9),
        options.OneOf(
            "classWeights", "none", "Whether rare classes weigh more in training: balanced is examples/(classes · examples of the class)",
            "none", "balanced") == "balanced",
        options.Number(
            "averaging", 0,
            "Decay per step of an average of the weights, which is what is measured (EMA, usually 0.99 to 0.9999); 0 for the last weights",
            min: 0, max: 0.999999),
        options.Number(
            "warmUp", 0, "Share of the steps in which the learning rate rises evenly, before the schedule; one-cycle has its own", min: 0,
            max: 0.5),
        MixingOptions.Read(options),
        TeacherOptions.Read(options));

    /// <summary>Looks whether they can be had with what is to be learned.</summary>
    /// <exception cref="InputException">One needs classes, and a number is to be learned.</exception>
    /// <param name="learnsNumbers">Whether a number is learned.</param>
    /// <param name="isSequence">Whether examples are sequences of tokens.</param>
    /// <param name="moved">Whether images are moved or mirrored.</param>
    /// <param name="user">Whose options they are.</param>
    public void Check(bool learnsNumbers, bool isSequence, bool moved, string user)
    {
        if (isSequence && (moved || Mixing.Any))
        {
            throw new InputException(
                $"{user} has options that move, mirror, mix or erase images, and the data has sequences of tokens; leave them out.");
        }

        var named = LabelSmoothing > 0 ? "labelSmoothing" : ClassWeights ? "classWeights" : Teacher is not null ? "teacher" : null;
        if (learnsNumbers && named is not null)
        {
            throw new InputException(
                $"{user} has the option {named}, which is for classes, and the data has a number to learn; leave it out.");
        }
    }
}
