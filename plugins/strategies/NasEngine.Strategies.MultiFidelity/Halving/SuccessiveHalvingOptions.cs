using NasEngine.Contracts;

namespace NasEngine.Strategies.MultiFidelity.Halving;

/// <summary>Options of successive halving.</summary>
/// <param name="Candidates">Architectures of the lowest rung; 0 for as many as one race over the budget's trials has.</param>
/// <param name="Rungs">The rungs.</param>
internal sealed record SuccessiveHalvingOptions(int Candidates, RungOptions Rungs)
{
    /// <summary>Reads them.</summary>
    public static SuccessiveHalvingOptions Read(OptionReader options) => new(
        (int)options.Integer(
            "candidates", 0, "Architectures that the race begins with (n); 0 for as many as the budget's trials allow.", min: 0,
            max: 1_000_000),
        RungOptions.Read(options, eta: 3, maxEpochs: 9));
}
