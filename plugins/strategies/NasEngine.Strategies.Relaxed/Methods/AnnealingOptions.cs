using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed;

/// <summary>Options of an <see cref="Annealing"/>.</summary>
/// <param name="Epochs">Epochs that the search's steps are divided into.</param>
/// <param name="WeightEpochs">Epochs at the start that train the weights alone.</param>
/// <param name="First">τ until their end.</param>
/// <param name="Decay">Its factor in each epoch after them.</param>
/// <param name="Every">Steps of the weights for each of the architecture.</param>
internal sealed record AnnealingOptions(long Epochs, long WeightEpochs, double First, double Decay, long Every)
{
    /// <summary>Reads them, with these defaults.</summary>
    /// <exception cref="InputException">All epochs are of weights alone, or a value is out of range.</exception>
    public static AnnealingOptions Read(OptionReader options, AnnealingOptions defaults)
    {
        var read = new AnnealingOptions(
            EpochPlan.Read(options, defaults.Epochs, "90 in the paper"),
            options.Integer(
                "weightEpochs", defaults.WeightEpochs,
                "Epochs at the start that train the weights and leave the architecture parameters alone.", min: 0),
            options.Number("temperature", defaults.First, "τ of the Gumbel-softmax until they end.", min: 1e-6),
            options.Number("temperatureDecay", defaults.Decay, "What τ is multiplied by in each epoch after them.", min: 1e-6, max: 1),
            options.Integer(
                "architectureEvery", defaults.Every, "Steps of the weights for each of the architecture parameters.", min: 1,
                max: 1_000_000));
        return read.WeightEpochs < read.Epochs ? read : throw new InputException(
            $"Option 'weightEpochs' is {read.WeightEpochs} of {read.Epochs} 'epochs', which leaves none for the architecture; give fewer.");
    }

    /// <summary>Over a budget.</summary>
    /// <exception cref="InputException">The budget does not say how many steps there will be.</exception>
    public Annealing Over(Budget budget, string id) => new(EpochPlan.Of(budget, Epochs, id), WeightEpochs, First, Decay, Every);
}
