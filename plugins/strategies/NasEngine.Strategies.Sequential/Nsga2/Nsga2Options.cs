using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>Options of NSGA-II (Deb et al., IEEE Transactions on Evolutionary Computation, 2002).</summary>
/// <param name="Population">Parents, at least 2.</param>
/// <param name="Crossover">The chance that a child has two parents, 0 to 1.</param>
/// <param name="Mutations">How many decisions of a child change on average, at least 0.</param>
internal sealed record Nsga2Options(int Population = 100, double Crossover = 0.9, double Mutations = 1)
{
    /// <summary>Reads them.</summary>
    public static Nsga2Options Read(OptionReader options) => new(
        (int)options.Integer("population", 100, "Parents, and trials of a generation (100 in Deb et al.).", min: 2, max: 100_000),
        options.Number("crossover", 0.9, "Chance that a child has two parents (0.9 in Deb et al.).", min: 0, max: 1),
        options.Number(
            "mutations", 1, "Decisions of a child that change on average (a chance of 1/n each in Deb et al.).", min: 0, max: 1_000));
}
