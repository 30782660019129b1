using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Spaces.Benchmarks;
using NasEngine.Strategies.Evolution;
using NasEngine.Strategies.Learned;
using NasEngine.Strategies.Portfolio;
using NasEngine.Strategies.Sequential;

namespace NasEngine.Benchmarks.Strategies;

/// <summary>What <see cref="StrategiesBenchmark"/> measures, in the order of its rows.</summary>
internal static class StrategyCases
{
    private const string Cells = "nasbench201";
    private const string Layers = "nasbench-macro";

    /// <summary>Controllers that learn faster than those of the papers, which had thousands of trials.</summary>
    private static readonly object FastReinforce = new { Layers = 1, Batch = 1, LearningRate = 0.005 };

    private static readonly object Plain = new { Layers = 1, Batch = 1, LearningRate = 0.003, Unique = false };
    private static readonly object SmallEvolution = new { Population = 10, Sample = 3 };
    private static readonly object Evolution = new { Population = 30, Sample = 10 };
    private static readonly object FastPpo = new { Units = 35, Batch = 10, LearningRate = 0.001 };

    private static readonly ImmutableArray<ComponentSpec> Members =
        [new("random", OptionBag.From(new { Unique = true })), new("regularized-evolution", OptionBag.From(Evolution)), "local-search", "tpe"];

    /// <summary>The spaces, and the strategies that cases name.</summary>
    public static PluginParts Parts =>
        PluginParts.Of(new BenchmarksPlugin(), new EvolutionPlugin(), new SequentialPlugin(), new LearnedPlugin(), new PortfolioPlugin());

    /// <summary>The cases.</summary>
    public static IReadOnlyList<StrategyCase> All { get; } =
    [
        new(Cells, "random", "random", null, 200, 400),
        new(Cells, "regularized-evolution, population 10, sample 3", "regularized-evolution", SmallEvolution, 200, 400),
        new(Cells, "regularized-evolution, population 30, sample 10", "regularized-evolution", Evolution, 200, 400),
        new(Cells, "local-search", "local-search", null, 200, 400),
        new(Cells, "bayesian", "bayesian", null, 100, 200),
        new(Cells, "bayesian, upper bound", "bayesian", new { Acquisition = "ucb" }, 100, 200),
        new(Cells, "bananas", "bananas", null, 100, 200),
        new(Cells, "BANANAS as its authors have it", "bananas", new { PathLength = 30, Scores = "standardised" }, 100, 200),
        new(Cells, "tpe", "tpe", null, 100, 200, 400),
        new(Cells, "tpe, multivariate", "tpe", new { Multivariate = true }, 100, 200, 400),
        new(Cells, "nsga2, population 20", "nsga2", new { Population = 20 }, 200, 400),
        new(Cells, "reinforce", "reinforce", null, 200),
        new(Cells, "reinforce, layers 1, batch 1, learningRate 0.005", "reinforce", FastReinforce, 200, 400),
        new(Cells, "reinforce, layers 1, batch 1, learningRate 0.003, unique false", "reinforce", Plain, 200, 400),
        new(Cells, "ppo", "ppo", null, 200),
        new(Cells, "ppo, units 35, batch 10, learningRate 0.001", "ppo", FastPpo, 200, 400),
        new(Cells, "ppo, the same, unique false", "ppo", new { Units = 35, Batch = 10, LearningRate = 0.001, Unique = false }, 200, 400),
        new(Cells, "portfolio of random, evolution 30/10, local search and tpe", "portfolio", null, 200, 400) { Inner = Members },
        new(Layers, "random", "random", null, 57, 285),
        new(Layers, "regularized-evolution, population 10, sample 3", "regularized-evolution", SmallEvolution, 57, 285),
        new(Layers, "bayesian", "bayesian", null, 57),
        new(Layers, "bananas", "bananas", null, 57),
        new(Layers, "tpe", "tpe", null, 57, 285),
        new(Layers, "reinforce, layers 1, batch 1, learningRate 0.005", "reinforce", FastReinforce, 57, 285),
        new(Layers, "ppo, units 35, batch 10, learningRate 0.001", "ppo", FastPpo, 57, 285),
        new(Layers, "pnas, beam 8", "pnas", new { Beam = 8 }, 57),
        new(Layers, "pnas, beam 8, surrogate lstm, units 32", "pnas", new { Beam = 8, Surrogate = "lstm", Units = 32 }, 57),
    ];
}
