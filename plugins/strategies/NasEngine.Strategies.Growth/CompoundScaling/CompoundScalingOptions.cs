using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Growth.CompoundScaling;

/// <summary>Options of compound scaling (EfficientNet, arXiv 1905.11946, section 3.3).</summary>
/// <param name="Coefficients">α, β and γ when they are given, so that there is no grid; null for a grid.</param>
/// <param name="Resources">What α·β²·γ² is to be: 2 in the paper, twice the cost at φ = 1.</param>
/// <param name="Tolerance">By what share α·β²·γ² may differ from it.</param>
/// <param name="Phis">The exponents φ that the network is then scaled by, each positive.</param>
internal sealed record CompoundScalingOptions(Scaling? Coefficients, double Resources, double Tolerance, ImmutableArray<double> Phis)
{
    /// <summary>Reads them.</summary>
    public static CompoundScalingOptions Read(OptionReader options)
    {
        var given = Numbers(options, "coefficients", "", "α/β/γ of depth, width and resolution, which leaves out the grid; "
            + "1.2/1.1/1.15 are EfficientNet's.");
        return new CompoundScalingOptions(
            given.Length switch
            {
                0 => null,
                3 => new Scaling(given[0], given[1], given[2]),
                _ => throw new InputException($"Option 'coefficients' has {given.Length} numbers; it must have three: "
                    + "depth/width/resolution, such as 1.2/1.1/1.15."),
            },
            options.When("coefficients", "").Number(
                "resources", 2, "What α·β²·γ² is to be (EfficientNet, eq. 3).", min: 1.001, max: 1000),
            options.When("coefficients", "").Number(
                "tolerance", 0.1, "By what share α·β²·γ² may differ from it.", min: 0, max: 0.999),
            Numbers(options, "phis", "0.5/1/2/3/4/5/6", "Exponents φ to scale by; those of EfficientNet-B1 to B7."));
    }

    private static ImmutableArray<double> Numbers(OptionReader options, string name, string fallback, string summary)
    {
        var text = options.Text(name, fallback, summary);
        return [.. text.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part =>
            double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0 && double.IsFinite(number)
                ? number
                : throw new InputException($"Option '{name}' is '{text}'; it must be positive numbers joined by '/', such as "
                    + "1.2/1.1/1.15."))];
    }
}
