using NasEngine.Plugins.Conformance;
using NasEngine.Spaces.Benchmarks;
using NasEngine.Strategies.Evolution;
using NasEngine.Strategies.Sequential;

namespace NasEngine.Benchmarks.Strategies;

/// <summary>What <see cref="StrategiesBenchmark"/> measures, in the order of its rows.</summary>
internal static class StrategyCases
{
    private const string Cells = "nasbench201";

    /// <summary>The spaces, and the strategies that cases name.</summary>
    public static PluginParts Parts => PluginParts.Of(new BenchmarksPlugin(), new EvolutionPlugin(), new SequentialPlugin());

    /// <summary>The cases.</summary>
    public static IReadOnlyList<StrategyCase> All { get; } =
    [
        new(Cells, "random", "random", null, 200, 400),
        new(Cells, "regularized-evolution, population 10, sample 3", "regularized-evolution", new { Population = 10, Sample = 3 }, 200, 400),
        new(Cells, "regularized-evolution, population 30, sample 10", "regularized-evolution", new { Population = 30, Sample = 10 }, 200, 400),
        new(Cells, "local-search", "local-search", null, 200, 400),
        new(Cells, "bayesian", "bayesian", null, 100, 200),
        new(Cells, "bayesian, upper bound", "bayesian", new { Acquisition = "ucb" }, 100, 200),
        new(Cells, "bananas", "bananas", null, 100, 200),
        new(Cells, "bananas, as its authors have it", "bananas", new { PathLength = 30, Scores = "standardised" }, 100, 200),
        new(Cells, "tpe", "tpe", null, 100, 200, 400),
        new(Cells, "tpe, multivariate", "tpe", new { Multivariate = true }, 100, 200, 400),
        new(Cells, "nsga2, population 20", "nsga2", new { Population = 20 }, 200, 400),
        new("nasbench-macro", "random", "random", null, 57, 285),
        new("nasbench-macro", "regularized-evolution, population 10, sample 3", "regularized-evolution", new { Population = 10, Sample = 3 }, 57, 285),
        new("nasbench-macro", "bayesian", "bayesian", null, 57),
        new("nasbench-macro", "bananas", "bananas", null, 57),
        new("nasbench-macro", "tpe", "tpe", null, 57, 285),
    ];
}
