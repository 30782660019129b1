using System.Diagnostics;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Evolution;

namespace NasEngine.Benchmarks.Strategies;

/// <summary>Proposals and observations per second of the multi-trial strategies, so that the journal is what takes time.</summary>
public sealed class ProposalsBenchmark : IBenchmark
{
    private const int Candidates = 200_000;
    private const int Rounds = 5;
    private const double Goal = 100_000;

    public string Name => "proposals";

    public string Summary => "Proposals and observations per second of the multi-trial strategies.";

    public BenchmarkReport Run(BenchmarkArguments args) => new(
        Name,
        $"One proposal and one observation, per second, on one thread: median of {Rounds} searches of {Candidates:N0} candidates on a space of eight decisions with four choices. The goal is {Goal:N0}.",
        [.. new[] { "random", "regularized-evolution" }.Select(Row)]);

    private static Dictionary<string, object> Row(string strategy)
    {
        var rates = Enumerable.Range(0, Rounds).Select(round => Rate(strategy, (ulong)round)).Order().ToArray();
        return new Dictionary<string, object>
        {
            ["strategy"] = strategy,
            ["candidates_per_second"] = rates[Rounds / 2],
            ["goal"] = Goal,
            ["ratio"] = rates[Rounds / 2] / Goal,
        };
    }

    private static double Rate(string id, ulong seed)
    {
        var space = new PlantedSpace();
        var strategy = PluginParts.Of(new EvolutionPlugin()).Strategy(id, new StrategySetup(
            space, new CountedCosts(space), new Objective(MetricNames.ValidationAccuracy, []), new Budget(Candidates)));
        var start = Stopwatch.GetTimestamp();
        for (long number = 0; number < Candidates; number++)
        {
            var work = (Trial)strategy.Propose(new ProposalContext(number, seed, []))!;
            var measurement = new Measurement().With(MetricNames.ValidationAccuracy, -PlantedSpace.Loss(work.Architecture));
            strategy.Observe(new Observation(new Candidate(number, work), measurement, seed));
        }

        return Candidates / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
