using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>What a strategy is made with.</summary>
/// <param name="Space">The space to search.</param>
/// <param name="Costs">Costs of architectures, counted or predicted.</param>
/// <param name="Objective">What scores trials; its axes, cost targets and constraints.</param>
/// <param name="Budget">How many candidates there will be, for schedules.</param>
public sealed record StrategySetup(ISearchSpace Space, ICostModel Costs, IObjective Objective, Budget Budget)
{
    /// <summary>The search's seed, the one of <see cref="ProposalContext.Seed"/>: for what is drawn once, before any proposal.</summary>
    public ulong Seed { get; init; }

    /// <summary>The strategies that the recipe gave this one to work with, in order; made by <see cref="Make"/>.</summary>
    public ImmutableArray<ComponentSpec> Inner { get; init; } = [];

    /// <summary>Parts of plugins; nothing but what the search names is offered.</summary>
    public IServices Services { get; init; } = NoServices.Instance;

    /// <summary>Searches of the same workspace that are completed, to start from; reading one changes nothing of it.</summary>
    public IEarlierSearches Earlier { get; init; } = NoEarlierSearches.Instance;

    /// <summary>Random numbers for one purpose that belong to no proposal; equal in every run of the search.</summary>
    public RandomSource Random(string purpose) => RandomSource.For(Seed, -1, purpose);

    /// <summary>
    /// The objective's score of a measured architecture, costs that were not measured taken from <see cref="Costs"/>; null when it
    /// failed, or when its metric is missing or not finite.
    /// </summary>
    public double? Score(Architecture architecture, Measurement measurement)
    {
        if (measurement.Failure is not null)
        {
            return null;
        }

        var missing = Objective.Targets.Select(target => target.Metric).Where(metric => !measurement.Metrics.ContainsKey(metric));
        return Objective.Score(missing.Distinct().Aggregate(
            measurement.Metrics, (metrics, metric) => metrics.Add(metric, Costs.Cost(metric, architecture))));
    }

    /// <summary>
    /// How an architecture stands to those constraints of the objective whose metrics <see cref="Costs"/> knows, before anything is
    /// trained.
    /// </summary>
    public Feasibility Predict(Architecture architecture)
    {
        var constraints = Objective.Constraints.IsDefault ? [] : Objective.Constraints.Where(limit => Costs.Knows(limit.Metric)).ToArray();
        var metrics =
            constraints.Select(limit => limit.Metric).Distinct().ToDictionary(metric => metric, metric => Costs.Cost(metric, architecture));
        return new Feasibility(
            [.. constraints.Select(limit => limit.Excess(metrics))],
            constraints.Where(limit => limit.IsRequired).Sum(limit => limit.Excess(metrics)));
    }

    /// <summary>
    /// One of the strategies of <see cref="Inner"/>, made for the same search. Its owner calls it as the engine calls a strategy,
    /// and saves its state within its own.
    /// </summary>
    /// <exception cref="InputException">No such strategy, or an option it does not take.</exception>
    public IStrategy Make(ComponentSpec inner) => Services.Create<IStrategy, StrategySetup>(inner, this with { Inner = inner.Inner });
}
