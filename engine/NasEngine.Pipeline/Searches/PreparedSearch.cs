using NasEngine.Contracts;

namespace NasEngine.Pipeline.Searches;

/// <summary>The parts of a search that live in the coordinator, made before anything is written.</summary>
/// <param name="Spec">The search.</param>
/// <param name="Parts">Its space and its strategy, the strategy fresh.</param>
public sealed record PreparedSearch(SearchSpec Spec, SearchParts Parts)
{
    /// <summary>Whether its estimator plans over the budget, so that a raised one would make the steps before it others.</summary>
    public bool EstimatorPlans { get; init; }

    /// <summary>The space.</summary>
    public ISearchSpace Space => Parts.Space;

    /// <summary>The strategy.</summary>
    public IStrategy Strategy => Parts.Strategy;

    /// <summary>Makes the parts and checks everything that can be checked without running.</summary>
    /// <param name="spec">The search.</param>
    /// <param name="services">Offers the parts.</param>
    /// <param name="earlier">Completed searches of the workspace, for its strategy; null for none.</param>
    /// <param name="measured">What its cost models measured; null where that is kept nowhere.</param>
    /// <exception cref="InputException">Something in the spec cannot work.</exception>
    public static PreparedSearch From(
        SearchSpec spec, IServices services, IEarlierSearches? earlier = null, IMeasuredCosts? measured = null)
    {
        CheckNumbers(spec);
        var parts = SearchParts.Make(spec, services, earlier, measured);
        spec = Suited(spec, parts, services);
        WorkCheck.MustSuit(spec, parts.Strategy, parts.Costs);
        if (parts.Strategy.Kind.HasSupernet())
        {
            parts.Costs.MeasureAll();
        }

        ReachCheck.MustBeInReach(spec, parts);
        foreach (var estimator in spec.Estimator.All)
        {
            services.Check<IEstimator>(estimator);
        }

        if (spec.Final is { } final)
        {
            services.Check<IEstimator>(final.Estimator);
        }

        if (spec.Final is not null || parts.WantLatency)
        {
            CheckProfiler(spec, services);
        }

        if (spec.Data is { } data)
        {
            services.Check<IDataset>(data);
        }

        return new PreparedSearch(spec, parts);
    }

    private static SearchSpec Suited(SearchSpec spec, SearchParts parts, IServices services)
    {
        var kind = parts.Strategy.Kind;
        return spec with
        {
            Estimator = spec.Estimator.IsUnnamed
                ? Serving(spec, spec.Estimator, kind.HasSupernet() ? Need.SupernetSteps : Need.Trials, services)
                : spec.Estimator,
            Final = spec.Final is { } final ? final with { Estimator = Serving(spec, final.Estimator, Need.Winners, services) } : null,
            Objective = spec.Objective is OfferedObjective { Component: var component }
                ? new OfferedObjective(component, parts.Objective.Axes, parts.Objective.Targets)
                : spec.Objective,
            Window = kind.HasSupernet() ? 1 : spec.Window,
            Profiler = spec.Profiler.IsUnnamed && services.Serving(Need.Latency) is { } profiler ? profiler : spec.Profiler,
        };
    }

    /// <summary>What serves a need where nothing is named, with the options that go with it also where it is named.</summary>
    private static ComponentSpec Serving(SearchSpec spec, ComponentSpec named, Need need, IServices services)
    {
        if (services.Serving(need) is not { } serving)
        {
            return !named.IsUnnamed ? named : throw new InputException(
                $"Search '{spec.Name}' names no estimator, and no plugin has one for it; name one: .Estimator(…).");
        }

        return named.IsUnnamed || named.Id == serving.Id ? (named with { Id = serving.Id }).Or(serving.Options) : named;
    }

    private static void CheckProfiler(SearchSpec spec, IServices services)
    {
        if (spec.Profiler.IsUnnamed)
        {
            throw new InputException($"Search '{spec.Name}' names no profiler, and no plugin has one for it; name one: .Profiler(…).");
        }

        services.Check<IProfiler>(spec.Profiler);
    }

    private static void CheckNumbers(SearchSpec spec)
    {
        SearchName.CheckDerived(spec.Name);
        AtLeastOne(spec, "budget", spec.Budget.Candidates);
        AtLeastOne(spec, "window", spec.Window);
        AtLeastOne(spec, "number of finalists", spec.Final?.Count ?? 1);
        AtLeastOne(spec, "number of seeds of a winner", spec.Final?.Seeds ?? 1);
    }

    private static void AtLeastOne(SearchSpec spec, string what, long value)
    {
        if (value < 1)
        {
            throw new InputException($"The {what} of search '{spec.Name}' is {value}; it must be at least 1.");
        }
    }
}
