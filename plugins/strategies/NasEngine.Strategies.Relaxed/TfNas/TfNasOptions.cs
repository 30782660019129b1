using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed.TfNas;

/// <summary>Options of TF-NAS (ECCV 2020, arXiv 2008.05314, section 4.1 and the authors' published settings).</summary>
/// <param name="Adam">The optimiser of the architecture parameters.</param>
/// <param name="Annealing">Epochs and temperature.</param>
/// <param name="CostWeight">λ of the distance of the expected cost from its target.</param>
/// <param name="BiSampling">Whether the weights are trained on a second path too.</param>
/// <param name="Elastic">Whether widths are scaled to the target.</param>
/// <param name="Strongest">Whether a width that was scaled keeps the channels of the largest weights; otherwise the first.</param>
/// <param name="Width">Where widths start between half of the largest, 0, and the largest, 1.</param>
internal sealed record TfNasOptions(
    AdamOptions Adam, AnnealingOptions Annealing, double CostWeight, bool BiSampling, bool Elastic, bool Strongest, double Width)
{
    private static readonly AdamOptions Published = new(LearningRate: 0.01, FirstDecay: 0.5, SecondDecay: 0.999, WeightDecay: 5e-4);
    private static readonly AnnealingOptions Schedule = new(Epochs: 90, WeightEpochs: 10, First: 5, Decay: 0.96, Every: 2);

    /// <summary>Reads them.</summary>
    public static TfNasOptions Read(OptionReader options) => new(
        AdamOptions.Read(options, Published),
        AnnealingOptions.Read(options, Schedule),
        options.Number("costWeight", 0.1, "λ of the penalty λ·|cost/target − 1| of the expected cost (TF-NAS, eq. 1).", min: 0),
        options.Flag("biSampling", true,
            "Trains the weights on the drawn path and on one that takes in every block another operation, each as likely (section 3.1); "
            + "false for the drawn path alone."),
        options.Flag("elasticityScaling", true,
            "Scales the widths at the end of each epoch and of the search so that the favoured architecture comes to the target (section "
            + "3.4)."),
        options.When("elasticityScaling", "true").OneOf("channels", "strongest",
            "Which channels a width keeps that was scaled: 'strongest', those whose depthwise filters have the largest L1 norm (section "
            + "3.4), or 'first'.",
            "strongest", "first") == "strongest",
        options.Number(
            "width", 0.5,
            "Where the widths start, between the narrowest choice, 0, and the widest, 1; ¾ of the largest in the paper's space.", min: 0,
            max: 1));
}
