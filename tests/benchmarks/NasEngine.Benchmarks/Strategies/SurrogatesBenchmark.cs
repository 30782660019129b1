using System.Diagnostics;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Spaces.Benchmarks;
using NasEngine.Strategies.Sequential;

namespace NasEngine.Benchmarks.Strategies;

/// <summary>Proposals per second of the strategies that choose by all trials so far, over 200 trials.</summary>
public sealed class SurrogatesBenchmark : IBenchmark
{
    private const int Trials = 200;
    private const int Rounds = 5;
    private const double Goal = 50;

    /// <inheritdoc/>
    public string Name => "surrogates";

    /// <inheritdoc/>
    public string Summary => "Proposals per second of the strategies that choose by all trials so far.";

    /// <inheritdoc/>
    public BenchmarkReport Run(BenchmarkArguments args)
    {
        var parts = PluginParts.Of(new BenchmarksPlugin(), new SequentialPlugin());
        var space = parts.Space("nasbench201");
        space.Canonical(space.Decisions.Sample(RandomSource.For(1, 0, "first")));
        return new BenchmarkReport(
            Name,
            string.Create(CultureInfo.InvariantCulture, $"Proposals and observations per second on one thread, over {Trials} trials on nasbench201, with what the strategy learns in between: median of {Rounds} searches. The goal is {Goal}, the rate of Optuna's TPE."),
            [.. new[] { "bayesian", "bananas", "tpe", "nsga2" }.Select(id => Row(id, parts, space))]);
    }

    private static Dictionary<string, object> Row(string id, PluginParts parts, ISearchSpace space)
    {
        var rate = Statistics.Median(Enumerable.Range(1, Rounds).Select(round => Rate(id, parts, space, (ulong)round)));
        return new() { ["strategy"] = id, ["proposals_per_second"] = rate, ["goal"] = Goal, ["ratio"] = rate / Goal };
    }

    private static double Rate(string id, PluginParts parts, ISearchSpace space, ulong seed)
    {
        var objective = new Objective(MetricNames.ValidationAccuracy, []);
        var strategy = parts.Strategy(id, new StrategySetup(space, new CountedCosts(space), objective, new Budget(Trials)) { Seed = seed });
        var start = Stopwatch.GetTimestamp();
        for (var number = 0; number < Trials; number++)
        {
            var work = (Trial)strategy.Propose(new ProposalContext(number, seed, []))!;
            var accuracy = work.Architecture.Values.Select((value, edge) => value * (edge + 1.0)).Sum() / 100;
            strategy.Observe(new Observation(
                new Candidate(number, work), new Measurement().With(MetricNames.ValidationAccuracy, accuracy), seed));
        }

        return Trials / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
