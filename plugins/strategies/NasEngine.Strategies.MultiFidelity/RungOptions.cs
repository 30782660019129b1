using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Strategies.MultiFidelity;

/// <summary>The rungs of a race: which epochs, and which part goes on.</summary>
/// <param name="Eta">One in so many goes up a rung, which trains as many times longer; at least 2.</param>
/// <param name="MinEpochs">Least epochs of the lowest rung, above 0.</param>
/// <param name="MaxEpochs">Epochs of the highest rung, at least <paramref name="MinEpochs"/>.</param>
/// <param name="Continue">Whether a candidate that goes up is trained on; else it is trained anew, for longer.</param>
internal sealed record RungOptions(int Eta, double MinEpochs, double MaxEpochs, bool Continue)
{
    /// <summary>Those of Hyperband, whose paper has η = 3 and R = 81 (arXiv 1603.06560, section 3).</summary>
    public static RungOptions ReadHyperband(OptionReader options) => Read(options, eta: 3, maxEpochs: 9);

    /// <summary>Those of ASHA, whose paper has η = 4 and R/r up to 256 (arXiv 1810.05934, section 4).</summary>
    public static RungOptions ReadAsha(OptionReader options) => Read(options, eta: 4, maxEpochs: 16);

    /// <summary>Reads them.</summary>
    /// <exception cref="InputException">The highest rung has fewer epochs than the lowest.</exception>
    public static RungOptions Read(OptionReader options, int eta, double maxEpochs)
    {
        var rungs = new RungOptions(
            (int)options.Integer("eta", eta, "One in so many goes up a rung, which trains as many times longer (η).", min: 2, max: 1000),
            options.Number("minEpochs", 1, "Least epochs of the lowest rung (r).", min: 1e-6, max: 1e6),
            options.Number("maxEpochs", maxEpochs, "Epochs of the highest rung (R).", min: 1e-6, max: 1e6),
            options.Flag(
                "continue", true,
                "Who goes up a rung is trained on from its weights, with a new learning-rate schedule; false trains anew."));
        return rungs.MinEpochs <= rungs.MaxEpochs ? rungs : throw new InputException(
            string.Create(CultureInfo.InvariantCulture,
                $"Option 'minEpochs' is {rungs.MinEpochs} and 'maxEpochs' {rungs.MaxEpochs}; the highest rung must have at least as many "
                + $"epochs as the lowest."));
    }

    /// <summary>
    /// Index of the highest rung, ⌊log_η(R / r)⌋. Powers are compared instead of logarithms, which would lose a rung where R / r is a
    /// power of η.
    /// </summary>
    public int Top
    {
        get
        {
            var top = 0;
            for (var ratio = MaxEpochs / MinEpochs * (1 + 1e-12); ratio >= Eta; ratio /= Eta)
            {
                top++;
            }

            return top;
        }
    }

    /// <summary>Epochs after a rung: R / η^(top − rung).</summary>
    public double EpochsOf(int rung) => MaxEpochs / Math.Pow(Eta, Top - rung);
}
