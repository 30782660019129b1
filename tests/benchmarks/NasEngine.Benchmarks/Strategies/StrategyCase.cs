using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;

namespace NasEngine.Benchmarks.Strategies;

/// <summary>A strategy on a table.</summary>
/// <param name="Table">Id of the table's space.</param>
/// <param name="Label">What the row is called.</param>
/// <param name="Strategy">Id of the strategy.</param>
/// <param name="Options">Its options; null for its defaults.</param>
/// <param name="Evaluations">After how many trials the search is looked at, ascending; the last is its budget.</param>
internal sealed record StrategyCase(string Table, string Label, string Strategy, object? Options, params int[] Evaluations)
{
    /// <summary>The strategies that it is made of.</summary>
    public ImmutableArray<ComponentSpec> Inner { get; init; } = [];

    /// <summary>
    /// The best by what trials measured, after each number of <see cref="Evaluations"/>. One trial at a time; a strategy that ends the
    /// search before its budget keeps what it has.
    /// </summary>
    public Architecture[] Search(PluginParts parts, PublishedTable table, ulong seed)
    {
        var objective = new Objective(MetricNames.ValidationAccuracy, []);
        var strategy = parts.Strategy(Strategy, new StrategySetup(
            table.Space, new CountedCosts(table.Space), objective, new Budget(Evaluations[^1]))
        {
            Seed = seed,
            Inner = Inner,
            Services = parts,
        }, Options);
        var (best, score) = ((Architecture?)null, double.NegativeInfinity);
        var found = new List<Architecture>();
        for (var number = 0; number < Evaluations[^1]; number++)
        {
            if (strategy.Propose(new ProposalContext(number, seed, []) { TrialsLeft = Evaluations[^1] - number }) is Trial trial)
            {
                var measured = table.Measure(trial.Architecture);
                strategy.Observe(new Observation(new Candidate(number, trial), measured, seed));
                var value = measured.Metrics[MetricNames.ValidationAccuracy];
                (best, score) = value > score ? (trial.Architecture, value) : (best, score);
            }

            if (Evaluations.Contains(number + 1))
            {
                found.Add(best!);
            }
        }

        return [.. found];
    }
}
