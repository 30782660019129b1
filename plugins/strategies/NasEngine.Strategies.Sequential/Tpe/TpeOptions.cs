using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>Options of the tree-structured Parzen estimator (Bergstra et al., NIPS 2011), with Optuna's defaults.</summary>
/// <param name="Initial">Random architectures first, at least 0.</param>
/// <param name="Candidates">Architectures drawn from the density of the good ones, at least 1.</param>
/// <param name="Gamma">Share of the trials that are good ones, in (0, 1].</param>
/// <param name="Good">The most trials that are good ones, at least 1.</param>
/// <param name="PriorWeight">Weight of the uniform prior against that of a trial, positive.</param>
/// <param name="Multivariate">Whether the decisions are modelled together.</param>
internal sealed record TpeOptions(
    int Initial = 10, int Candidates = 24, double Gamma = 0.1, int Good = 25, double PriorWeight = 1, bool Multivariate = false)
{
    /// <summary>Reads them.</summary>
    public static TpeOptions Read(OptionReader options) => new(
        (int)options.Integer("initial", 10, "Random architectures first (Optuna's n_startup_trials).", min: 0, max: 1_000_000),
        (int)options.Integer(
            "candidates",
            24,
            "Architectures drawn from the density of the good ones, of which the best is proposed (n_ei_candidates).",
            min: 1,
            max: 1_000_000),
        options.Number("gamma", 0.1, "Share of the trials that are good ones; Bergstra et al. have 0.15, Optuna 0.1.", min: 1e-6, max: 1),
        (int)options.Integer("good", 25, "The most trials that are good ones (25 in hyperopt and Optuna).", min: 1, max: 1_000_000),
        options.Number("priorWeight", 1, "Weight of the uniform prior against that of a trial (prior_weight).", min: 1e-6),
        options.Flag(
            "multivariate",
            false,
            "Models the decisions together, a kernel being a product over all of them (Optuna's name); false models each on its own."));
}
