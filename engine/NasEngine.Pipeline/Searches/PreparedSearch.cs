using NasEngine.Contracts;

namespace NasEngine.Pipeline.Searches;

/// <summary>The parts of a search that live in the coordinator, made before anything is written.</summary>
/// <param name="Spec">The search.</param>
/// <param name="Parts">Its space and its strategy, the strategy fresh.</param>
/// <param name="DataHash">Hash of its data, or null when it has none.</param>
public sealed record PreparedSearch(SearchSpec Spec, SearchParts Parts, string? DataHash)
{
    /// <summary>Stands for the estimator that suits the strategy's kind of work.</summary>
    public const string DefaultEstimator = "default";

    /// <summary>Trains winners when nothing else is said.</summary>
    public const string DefaultFinalEstimator = "from-scratch";

    /// <summary>The space.</summary>
    public ISearchSpace Space => Parts.Space;

    /// <summary>The strategy.</summary>
    public IStrategy Strategy => Parts.Strategy;

    /// <summary>Makes the parts and checks everything that can be checked without running.</summary>
    /// <param name="spec">The search.</param>
    /// <param name="services">Offers the parts.</param>
    /// <param name="earlier">Completed searches of the workspace, for its strategy; null for none.</param>
    /// <exception cref="InputException">Something in the spec cannot work.</exception>
    public static PreparedSearch From(SearchSpec spec, IServices services, IEarlierSearches? earlier = null)
    {
        CheckNumbers(spec);
        var parts = SearchParts.Make(spec, services, earlier);
        spec = Suited(spec, parts);
        WorkCheck.MustSuit(spec, parts.Strategy.Kind, parts.Costs);
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
            services.Check<IProfiler>(spec.Profiler);
        }

        var data = spec.Data is null ? null : services.Create<IDataset, NoSetup>(spec.Data, NoSetup.Value);
        return new PreparedSearch(spec, parts, data?.Hash);
    }

    private static SearchSpec Suited(SearchSpec spec, SearchParts parts)
    {
        var kind = parts.Strategy.Kind;
        var estimator = spec.Estimator.Id != DefaultEstimator ? spec.Estimator.Id
            : kind.HasSupernet() ? "supernet"
            : "from-scratch";
        return spec with
        {
            Estimator = spec.Estimator with { Id = estimator },
            Final = spec.Final is { } final ? final with { Estimator = Tested(final.Estimator) } : null,
            Objective = spec.Objective is OfferedObjective { Component: var component }
                ? new OfferedObjective(component, parts.Objective.Axes, parts.Objective.Targets)
                : spec.Objective,
            Window = kind.HasSupernet() ? 1 : spec.Window,
        };
    }

    /// <summary>Winners are what the test images are for.</summary>
    private static ComponentSpec Tested(ComponentSpec final) =>
        final.Id == DefaultFinalEstimator && !final.Options.Values.ContainsKey("testSet")
            ? final with { Options = final.Options.With("testSet", "true") }
            : final;

    private static void CheckNumbers(SearchSpec spec)
    {
        SearchName.Check(spec.Name);
        AtLeastOne(spec, "budget", spec.Budget.Candidates);
        AtLeastOne(spec, "window", spec.Window);
        AtLeastOne(spec, "number of finalists", spec.Final?.Count ?? 1);
    }

    private static void AtLeastOne(SearchSpec spec, string what, long value)
    {
        if (value < 1)
        {
            throw new InputException($"The {what} of search '{spec.Name}' is {value}; it must be at least 1.");
        }
    }
}
