using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Evolution;
using NasEngine.Strategies.MultiFidelity;

namespace NasEngine.Strategies.Tests.MultiFidelity;

/// <summary>Races over a space of 4^8 widths, whose score is what the test says.</summary>
internal static class Races
{
    public static readonly WidthSpace Space = new();

    private static readonly PluginParts Parts = PluginParts.Of(new EvolutionPlugin(), new MultiFidelityPlugin());

    /// <summary>What it is made with, racing what random search proposes.</summary>
    public static StrategySetup Setup(long budget) => new(Space, new CountedCosts(Space), new Objective("val_accuracy", []), new Budget(budget))
    {
        Inner = [new ComponentSpec("random", OptionBag.From(new { Unique = true }))],
        Services = Parts,
    };

    /// <summary>The strategy.</summary>
    public static IStrategy Of(string id, object? options, StrategySetup setup) => Parts.Strategy(id, setup, options);

    /// <summary>A search with it.</summary>
    public static StrategyRun Run(string id, object? options, long budget, Func<Candidate, double> score, int window = 1) => new(
        Of(id, options, Setup(budget)), seed: 5, window, candidate => new Measurement().With("val_accuracy", score(candidate)));

    /// <summary>The trial of a candidate.</summary>
    public static Trial Trial(Candidate candidate) => (Trial)candidate.Work;

    /// <summary>Epochs that the weights of a candidate have behind them after it.</summary>
    public static double EpochsAfter(Candidate candidate) => Trial(candidate).Fidelity.PriorEpochs + Trial(candidate).Fidelity.Epochs!.Value;

    /// <summary>A score that depends on the architecture alone and differs between any two.</summary>
    public static double Quality(Candidate candidate) =>
        Trial(candidate).Architecture.Values.Aggregate(0.0, (sum, value) => 5 * sum + value) / 5e8;
}
