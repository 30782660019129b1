using NasEngine.Contracts;

namespace NasEngine.Strategies.Portfolio;

/// <summary>Options of a portfolio.</summary>
/// <param name="Decay">What credit keeps of itself from one result to the next, γ, 0 to 1.</param>
/// <param name="Temperature">τ, above 0: towards 0 only the member with the most credit proposes, towards infinity all alike.</param>
internal sealed record PortfolioOptions(double Decay, double Temperature)
{
    /// <summary>Reads them.</summary>
    public static PortfolioOptions Read(OptionReader options) => new(
        options.Number("decay", 0.95, "What a member's credit keeps of itself from one result to the next (γ).", min: 0, max: 1),
        options.Number(
            "temperature", 1, "Low: who has the most credit proposes nearly always; high: all members alike (τ).", min: 1e-3, max: 1e3));
}
