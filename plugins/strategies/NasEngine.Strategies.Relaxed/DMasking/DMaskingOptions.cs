using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed.DMasking;

/// <summary>Options of DMaskingNAS (FBNetV2, CVPR 2020, arXiv 2004.05565), trained as FBNet (arXiv 1812.03443, section 4.1).</summary>
/// <param name="Adam">The optimiser of the architecture parameters.</param>
/// <param name="Annealing">Epochs and temperature.</param>
/// <param name="Cost">How the objective's targets come into the loss.</param>
internal sealed record DMaskingOptions(AdamOptions Adam, AnnealingOptions Annealing, CostLoss Cost)
{
    private static readonly AdamOptions Published = new(LearningRate: 0.01, WeightDecay: 5e-4);
    private static readonly AnnealingOptions Schedule = new(Epochs: 90, WeightEpochs: 10, First: 5, Decay: 0.956, Every: 4);

    /// <summary>Reads them.</summary>
    public static DMaskingOptions Read(OptionReader options) => new(
        AdamOptions.Read(options, Published),
        AnnealingOptions.Read(options, Schedule),
        new CostLoss(
            options.OneOf("cost", "power",
                "How expected costs come into the loss: 'power', CE·a·log(1 + 1000·cost/target)^b (FBNet, eq. 2); 'sum', CE + "
                + "λ·cost/target; 'excess', CE + λ·max(0, cost/target − 1), which keeps to the target.",
                "power", "sum", "excess") switch
            {
                "sum" => CostForm.Sum,
                "excess" => CostForm.Excess,
                _ => CostForm.Power,
            },
            options.When("cost", "power").Number("costScale", 0.2, "a.", min: 1e-12),
            options.When("cost", "power").Number("costPower", 0.6, "b.", min: 0),
            options.When("cost", "sum", "excess").Number("costWeight", 1, "λ.", min: 0)));
}
