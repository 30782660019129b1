using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Designs.Accelerators;
using NasEngine.Plugins.Conformance;

namespace NasEngine.Benchmarks.Designs;

/// <summary>
/// Accelerators for a network: images per second and mm² under a budget of area, as Apollo searches them (arXiv 2102.01723).
/// </summary>
internal sealed class AcceleratorCase
{
    private const double AreaBudget = 4;

    private static readonly Objective Objective = Maximize.Metric(DesignMetrics.Efficiency)
        .Require(DesignMetrics.Area, atMost: AreaBudget).Require(DesignMetrics.BufferUse, atMost: 1);

    private readonly PluginParts _parts;
    private readonly ISearchSpace _space;
    private readonly IEstimator _estimator;
    private readonly ICostModel _costs;

    /// <summary>Makes it.</summary>
    public AcceleratorCase(PluginParts parts, string network)
    {
        _parts = parts;
        _space = parts.Space("accelerator");
        _estimator = parts.Create<IEstimator, EstimatorSetup>(
            new ComponentSpec("systolic-array", OptionBag.From(new { Network = network })), new EstimatorSetup(_space, null, 0, "cpu", 1, parts));
        _costs = new CostModels(
            new CountedCosts(_space),
            parts.Create<ICostModel, CostModelSetup>(new ComponentSpec("accelerator", OptionBag.Empty), new CostModelSetup(_space, "cpu")));
        Best = _space.Decisions.Enumerate().AsParallel().Max(Value);
    }

    /// <summary>What the best of all designs within the limits has.</summary>
    public double Best { get; }

    /// <summary>The share of <see cref="Best"/> that is found after each trial, and the search as another may start from it.</summary>
    public (double[] Curve, EarlierSearch Search) Search(ComponentSpec strategy, ImmutableArray<ComponentSpec> inner, int trials, ulong seed, EarlierSearch? earlier = null)
    {
        var made = _parts.Create<IStrategy, StrategySetup>(strategy, new StrategySetup(_space, _costs, Objective, new Budget(trials))
        {
            Seed = seed,
            Inner = inner,
            Services = _parts,
            Earlier = new OneSearch(earlier),
        });
        var (curve, done, best) = (new double[trials], new List<EarlierTrial>(), 0.0);
        for (var number = 0; number < trials; number++)
        {
            if (made.Propose(new ProposalContext(number, seed, []) { TrialsLeft = trials - number }) is Trial trial)
            {
                var measured = new EarlierTrial(
                    new Candidate(number, trial), _estimator.Evaluate(new Candidate(number, trial), NoProgress.Instance, default));
                made.Observe(new Observation(measured.Candidate, measured.Measurement, seed));
                done.Add(measured);
                best = Math.Max(best, Value(trial.Architecture));
            }

            curve[number] = best / Best;
        }

        var spec = new SearchSpec { Name = "earlier", Space = "accelerator", Strategy = strategy, Estimator = "systolic-array", Objective = Objective, Budget = new Budget(trials) };
        var found = done.Select(one => ((Trial)one.Candidate.Work).Architecture).Distinct().OrderByDescending(Value).Take(10);
        return (curve, new EarlierSearch(spec, [.. done], default, [.. found]));
    }

    private double Value(Architecture architecture)
    {
        var metrics = _estimator.Evaluate(new Candidate(0, new Trial(architecture, Fidelity.Full)), NoProgress.Instance, default).Metrics;
        return metrics[DesignMetrics.Area] <= AreaBudget && metrics[DesignMetrics.BufferUse] <= 1 ? metrics[DesignMetrics.Efficiency] : 0;
    }

    private sealed class OneSearch(EarlierSearch? search) : IEarlierSearches
    {
        public ImmutableArray<string> Names => search is null ? [] : [search.Spec.Name];

        public EarlierSearch Read(string name) => search ?? throw new InputException($"There is no search '{name}'.");
    }
}
