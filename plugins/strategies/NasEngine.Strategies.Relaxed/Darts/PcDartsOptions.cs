using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed.Darts;

/// <summary>
/// Options of PC-DARTS (ICLR 2020, arXiv 1907.05737, section 4.1): DARTS on partial channels with normalised edges, which the space
/// describes.
/// </summary>
/// <param name="Darts">The method; its steps of weights alone come from the epochs.</param>
/// <param name="Epochs">Epochs that the search's steps are divided into.</param>
/// <param name="WeightEpochs">Epochs at the start that train the weights alone.</param>
internal sealed record PcDartsOptions(DartsOptions Darts, long Epochs, long WeightEpochs)
{
    private static readonly AdamOptions Published = new(LearningRate: 6e-4, FirstDecay: 0.5, SecondDecay: 0.999, WeightDecay: 1e-3);

    /// <summary>Reads them.</summary>
    /// <exception cref="InputException">All epochs are of weights alone, or a value is out of range.</exception>
    public static PcDartsOptions Read(OptionReader options)
    {
        var read = new PcDartsOptions(
            new DartsOptions(
                AdamOptions.Read(options, Published), SecondOrder: false, SharedOptions.InitialSpread(options), WarmupSteps: 0),
            EpochPlan.Read(options, 50, "50 in the paper"),
            options.Integer(
                "weightEpochs", 15,
                "Epochs at the start that train the weights and leave the architecture parameters alone (PC-DARTS, section 4.1).",
                min: 0));
        return read.WeightEpochs < read.Epochs ? read : throw new InputException(
            $"Option 'weightEpochs' is {read.WeightEpochs} of {read.Epochs} 'epochs', which leaves none for the architecture; give fewer.");
    }

    /// <summary>The method in a search.</summary>
    /// <exception cref="InputException">
    /// The space's mixtures read all channels, or the budget does not say how many steps there will be.
    /// </exception>
    public DartsMethod In(StrategySetup setup)
    {
        const string Id = "pc-darts";
        if (Needs.Mixtures(setup, Id).ChannelParts == 1)
        {
            throw new InputException(
                $"Strategy '{Id}' lets a part of the channels through the operations, and the mixtures of space "
                + $"'{setup.Space.Decisions.Id}' read all; give the space 'partial', 4 in the paper ('darts' and 'nasbench201' have it).");
        }

        var plan = EpochPlan.Of(setup.Budget, Epochs, Id);
        var warmup = (long)(((Int128)WeightEpochs * plan.Steps + Epochs - 1) / Epochs);
        return new DartsMethod(Darts with { WarmupSteps = warmup }, setup, Id);
    }
}
