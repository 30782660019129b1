using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Pipeline.Searches;

/// <summary>
/// The parts of plugins that live in the coordinator of a search. All who need them ask here each time and keep nothing, so
/// that a replaced version of a plugin can go.
/// </summary>
public sealed class SearchParts
{
    private SearchParts(ISearchSpace space, ICostModel costs, IObjective objective, IStrategy strategy)
    {
        (Space, Costs, Objective, Strategy) = (space, costs, objective, strategy);
        WantLatency = objective.Axes.Select(axis => axis.Metric).Concat(objective.Metrics)
            .Concat(objective.Constraints.IsDefault ? [] : objective.Constraints.Select(limit => limit.Metric))
            .Contains(MetricNames.Latency);
    }

    /// <summary>The space.</summary>
    public ISearchSpace Space { get; private set; }

    /// <summary>Costs of its architectures.</summary>
    public ICostModel Costs { get; private set; }

    /// <summary>What scores trials.</summary>
    public IObjective Objective { get; private set; }

    /// <summary>Whether it or its axes need latencies.</summary>
    public bool WantLatency { get; private set; }

    /// <summary>The strategy.</summary>
    public IStrategy Strategy { get; private set; }

    /// <summary>Completed searches of the workspace, for the strategy.</summary>
    internal IEarlierSearches Earlier { get; private init; } = NoEarlierSearches.Instance;

    /// <summary>What the cost models measured.</summary>
    internal IMeasuredCosts Measured { get; private init; } = new MeasuredInMemory();

    /// <summary>Makes them, the strategy fresh.</summary>
    /// <param name="spec">The search.</param>
    /// <param name="services">Offers the parts.</param>
    /// <param name="earlier">Completed searches of the workspace; null for none.</param>
    /// <param name="measured">What its cost models measured; null where that is kept nowhere.</param>
    /// <exception cref="InputException">A part is not known, the space is another than it says, or the objective has no axis.</exception>
    public static SearchParts Make(
        SearchSpec spec, IServices services, IEarlierSearches? earlier = null, IMeasuredCosts? measured = null)
    {
        measured ??= new MeasuredInMemory();
        var space = services.Space(spec.Space);
        if (space.Decisions.Id != spec.Space.Id)
        {
            throw new InputException($"The space '{spec.Space.Id}' calls itself '{space.Decisions.Id}'; a space's id must be the "
                + "one it is offered under.");
        }

        var costs = CostsOf(spec, space, services, measured);
        var objective = Make(spec.Objective, services);
        var setup = new StrategySetup(space, costs, objective, spec.Budget)
        {
            Seed = spec.Seed,
            Inner = spec.Strategy.Inner,
            Services = new NamedStrategies(spec, services),
            Earlier = earlier ?? NoEarlierSearches.Instance,
        };
        var strategy = services.Create<IStrategy, StrategySetup>(spec.Strategy, setup);
        return new SearchParts(space, costs, objective, strategy) { Earlier = setup.Earlier, Measured = measured };
    }

    /// <summary>Goes over to other parts.</summary>
    internal void Become(SearchParts other) =>
        (Space, Costs, Objective, Strategy, WantLatency) = (other.Space, other.Costs, other.Objective, other.Strategy, other.WantLatency);

    private static ICostModel CostsOf(SearchSpec spec, ISearchSpace space, IServices services, IMeasuredCosts measured)
    {
        var setup = new CostModelSetup(space, spec.Device) { Measured = measured };
        var counted = new CountedCosts(space);
        return spec.Costs is null ? counted : new CostModels(
            [
                counted,
                .. new[] { spec.Costs }.Concat(spec.Costs.Inner).Select(one => services.Create<ICostModel, CostModelSetup>(one, setup)),
            ]);
    }

    /// <summary>The objective that a definition names.</summary>
    /// <exception cref="InputException">No plugin offers it, or it does not take its options.</exception>
    public static IObjective Make(ObjectiveSpec spec, IServices services) => spec switch
    {
        Objective product => product,
        OfferedObjective { Component: var component } =>
            new GuardedObjective(component.Id, services.Create<IObjective, NoSetup>(component, NoSetup.Value)),
        _ => throw new ArgumentOutOfRangeException(nameof(spec), spec, "Unknown objective."),
    };
}
