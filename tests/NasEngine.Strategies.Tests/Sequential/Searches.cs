using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Sequential;

namespace NasEngine.Strategies.Tests;

/// <summary>Searches of the strategies that choose by all trials so far.</summary>
internal static class Searches
{
    /// <summary>Options under which each is quick.</summary>
    public static readonly ImmutableDictionary<string, object?> Quick = ImmutableDictionary<string, object?>.Empty
        .Add("bayesian", null)
        .Add("bananas", new { Layers = 3, Width = 10, Epochs = 60 })
        .Add("tpe", null)
        .Add("nsga2", new { Population = 10 })
        .Add("qlogehvi", new { Draws = 50 });

    /// <summary>Their ids.</summary>
    public static TheoryData<string> Ids => [.. Quick.Keys];

    /// <summary>A setup.</summary>
    public static StrategySetup Setup(ISearchSpace space, Objective objective, ulong seed = 1) =>
        new(space, new CountedCosts(space), objective, new Budget(1000)) { Seed = seed };

    /// <summary>A search that has not started.</summary>
    public static StrategyRun Run(
        string id, StrategySetup setup, Func<Architecture, Measurement> measure, int window = 1, object? options = null)
    {
        var strategy = PluginParts.Of(new SequentialPlugin()).Strategy(id, setup, options ?? Quick[id]);
        return new StrategyRun(strategy, setup.Seed, window, candidate => measure(((Trial)candidate.Work).Architecture))
        {
            Objective = setup.Objective,
        };
    }

    /// <summary>What a run proposed.</summary>
    public static Architecture[] Proposed(StrategyRun run) => [.. run.Candidates.Select(candidate => ((Trial)candidate.Work).Architecture)];

    /// <summary>A measurement with an accuracy.</summary>
    public static Measurement Accuracy(double value) => new Measurement().With(MetricNames.ValidationAccuracy, value);

    /// <summary>The widest of eight layers is best, the second layer counting most.</summary>
    public static double Slope(Architecture architecture) =>
        architecture.Values.Select((width, layer) => width * (layer == 1 ? 3.0 : 1)).Sum() / 30;
}
