using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Relaxed;

namespace NasEngine.Strategies.Tests.Relaxed;

/// <summary>Searches by the strategies that weigh choices.</summary>
internal static class RelaxedSearch
{
    public static Objective Accuracy { get; } = new(MetricNames.ValidationAccuracy, []);

    public static IStrategy Create(string id, ISearchSpace space, object? options = null, Objective? objective = null, long steps = 200) =>
        PluginParts.Of(new RelaxedPlugin()).Strategy(
            id, new StrategySetup(space, new CountedCosts(space), objective ?? Accuracy, new Budget(steps)) { Seed = 3 }, options);

    public static StrategyRun Run(IStrategy strategy, Func<Candidate, Measurement>? measure = null) =>
        new(strategy, seed: 3, window: 1, measure ?? ToyEstimator.Measure);

    public static SupernetStep Step(this StrategyRun run, int number) => (SupernetStep)run.Candidates[number].Work;

    public static Mixture Trained(this StrategyRun run, int number) => (Mixture)run.Step(number).Train[0];

    public static Mixture Validated(this StrategyRun run, int number) => (Mixture)run.Step(number).Validate[0];

    /// <summary>How many choices run in a route.</summary>
    public static int Listed(this Mixture mixture) => mixture.Decisions.Values.Sum(listed => listed.Length);
}
