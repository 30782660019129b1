using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>Options of Bayesian optimisation with a Gaussian process.</summary>
/// <param name="Initial">Random architectures first, at least 0.</param>
/// <param name="UpperBound">Whether the acquisition is the upper confidence bound; else the expected improvement.</param>
/// <param name="Kappa">κ of the upper confidence bound, at least 0.</param>
/// <param name="Ranked">Whether targets are normal scores; else standardised scores.</param>
/// <param name="Draws">Random architectures that the acquisition is looked for among, at least 1.</param>
/// <param name="Points">The most trials that are modelled, at least 2.</param>
/// <param name="Prior">Where the user believes the best to be; empty for nowhere.</param>
/// <param name="PriorWeight">β, how long that counts, at least 0.</param>
internal sealed record BayesianOptions(
    int Initial = 10, bool UpperBound = false, double Kappa = 2.576, bool Ranked = true, int Draws = 200, int Points = 500,
    string Prior = "", double PriorWeight = 10)
{
    /// <summary>Reads them.</summary>
    public static BayesianOptions Read(OptionReader options) => new(
        (int)options.Integer("initial", 10, "Random architectures first.", min: 0, max: 1_000_000),
        options.OneOf(
            "acquisition",
            "ei",
            "What the next architecture has most of: expected improvement (Jones et al., 1998) or the upper confidence bound.",
            "ei",
            "ucb") == "ucb",
        options.When("acquisition", "ucb").Number(
            "kappa", 2.576, "κ of the upper confidence bound μ + κ·σ: 99 % of a normal distribution lie within.", min: 0),
        options.OneOf(
            "scores",
            "ranked",
            "Targets of the process: normal scores of the ranks (a Gaussian copula, Salinas et al., ICML 2020), or standardised scores.",
            "ranked",
            "standardised") == "ranked",
        (int)options.Integer(
            "draws",
            200,
            "Random architectures that the best acquisition is looked for among, beside the neighbours of good trials.",
            min: 1,
            max: 1_000_000),
        (int)options.Integer(
            "points", 500, "The most trials that are modelled: half the newest, half the best of the others.", min: 2, max: 5_000),
        options.Text(
            "prior", "",
            "Where you believe the best to be (πBO, ICLR 2022), as 'DECISION=CHOICE:WEIGHT,CHOICE:WEIGHT; …'; choices that are not named "
            + "weigh 1."),
        options.Unless("prior", "").Number(
            "priorWeight", 10,
            "β of πBO: what is chosen by is multiplied by prior^(β/n) after n trials; a tenth of the trials in the paper.", min: 0));
}
