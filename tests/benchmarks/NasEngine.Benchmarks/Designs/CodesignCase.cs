using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Designs.Accelerators;
using NasEngine.Networks;
using NasEngine.Plugins.Conformance;

namespace NasEngine.Benchmarks.Designs;

/// <summary>Cells of NAS-Bench-201 on systolic arrays under a budget of area: accuracy of the table, time in closed form.</summary>
internal sealed class CodesignCase : IDisposable
{
    private const double AreaBudget = 4;

    private static readonly ArrayUnits Units = ArrayUnits.Read(new OptionReader("codesign", OptionBag.Empty));

    private readonly PluginParts _parts;
    private readonly INetworkSpace _cells;
    private readonly AcceleratorSpace _arrays;
    private readonly NetworkOnArraySpace _designs;
    private readonly ICostModel _costs;
    private readonly IEstimator _table;

    /// <summary>Makes it.</summary>
    public CodesignCase(PluginParts parts, string table)
    {
        _parts = parts;
        _cells = (INetworkSpace)parts.Space("nasbench201");
        _arrays = (AcceleratorSpace)parts.Space("accelerator");
        _designs = (NetworkOnArraySpace)parts.Space(new ComponentSpec("network-on-array", OptionBag.Empty) { Inner = ["nasbench201"] });
        _costs = new CostModels(
            new CountedCosts(_designs), parts.Create<ICostModel, CostModelSetup>("network-on-array", new CostModelSetup(_designs, "cpu")));
        _table = parts.Create<IEstimator, EstimatorSetup>(
            new ComponentSpec("table", OptionBag.From(new { Table = table })), new EstimatorSetup(_cells, null, 0, "cpu", 1, parts));
    }

    /// <summary>
    /// The front of all designs: cells of the same layers take the same of an array, so each kind of cell is run on all arrays once, and its
    /// most accurate cell stands for it.
    /// </summary>
    public IReadOnlyList<DesignPoint> ExactFront()
    {
        var arrays = _arrays.Decisions.Enumerate().Select(_arrays.Array)
            .Where(array => Units.Area.Of(array) <= AreaBudget && array.BufferUse <= 1).ToArray();
        return Front.Of(_cells.Decisions.Enumerate()
            .GroupBy(cell => string.Join('|', Counted(cell).Select(kind => $"{kind.Layer} × {kind.Count}").Order(StringComparer.Ordinal)))
            .Select(same => new DesignPoint(same.Max(Accuracy), Fastest(arrays, [.. Counted(same.First())]))));
    }

    /// <summary>Networks and arrays in one search.</summary>
    public IEnumerable<DesignPoint> Together(int trials, ulong seed)
    {
        var objective = Maximize.Metric(MetricNames.TestAccuracy).Against(DesignMetrics.Runtime)
            .Require(DesignMetrics.Area, atMost: AreaBudget).Require(DesignMetrics.BufferUse, atMost: 1);
        return Search(_designs, _costs, objective, trials, seed, design => new Measurement()
                .With(MetricNames.TestAccuracy, Accuracy(_designs.NetworkPart(design)))
                .With(DesignMetrics.Runtime, _costs.Cost(DesignMetrics.Runtime, design))
                .With(DesignMetrics.Area, _costs.Cost(DesignMetrics.Area, design))
                .With(DesignMetrics.BufferUse, _costs.Cost(DesignMetrics.BufferUse, design)))
            .Where(one => one.Metrics[DesignMetrics.Area] <= AreaBudget && one.Metrics[DesignMetrics.BufferUse] <= 1)
            .Select(one => new DesignPoint(one.Metrics[MetricNames.TestAccuracy], one.Metrics[DesignMetrics.Runtime]));
    }

    /// <summary>Networks for accuracy against multiply-adds, an array for the most accurate; then all that were found on that array.</summary>
    public IEnumerable<DesignPoint> NetworkThenArray(int trials, ulong seed)
    {
        var cells = Cells(trials / 2, seed, MetricNames.Macs, cell => _cells.Cost(cell).Macs);
        var array = ArrayFor(Layers(cells.MaxBy(Accuracy)!), trials - (trials / 2), seed);
        return cells.Select(cell => new DesignPoint(Accuracy(cell), Milliseconds(array, Layers(cell))));
    }

    /// <summary>An array for a published network, then networks for accuracy against the time that they take on it.</summary>
    public IEnumerable<DesignPoint> ArrayThenNetworks(int trials, ulong seed)
    {
        var array = ArrayFor(NetworkLayers.Of(KnownNetworks.All["resnet-18"]()), trials / 2, seed);
        return Cells(trials - (trials / 2), seed, DesignMetrics.Runtime, cell => Milliseconds(array, Layers(cell)))
            .Select(cell => new DesignPoint(Accuracy(cell), Milliseconds(array, Layers(cell))));
    }

    /// <inheritdoc/>
    public void Dispose() => _table.Dispose();

    private Architecture[] Cells(int trials, ulong seed, string cost, Func<Architecture, double> costOf)
    {
        var found = new List<Architecture>();
        Search(
            _cells, new CountedCosts(_cells), Maximize.Metric(MetricNames.TestAccuracy).Against(cost), trials, seed, cell =>
            {
                found.Add(cell);
                return new Measurement().With(MetricNames.TestAccuracy, Accuracy(cell)).With(cost, costOf(cell));
            });
        return [.. found];
    }

    private SystolicArray ArrayFor(ImmutableArray<Gemm> layers, int trials, ulong seed)
    {
        var costs = new CostModels(
            new CountedCosts(_arrays), _parts.Create<ICostModel, CostModelSetup>("accelerator", new CostModelSetup(_arrays, "cpu")));
        var objective = Minimize.Metric(DesignMetrics.Runtime)
            .Require(DesignMetrics.Area, atMost: AreaBudget).Require(DesignMetrics.BufferUse, atMost: 1);
        var tried = new List<SystolicArray>();
        Search(_arrays, costs, objective, trials, seed, design =>
        {
            tried.Add(_arrays.Array(design));
            return ArrayFigures.Of(Units, tried[^1], layers);
        });
        return tried.Where(array => Units.Area.Of(array) <= AreaBudget && array.BufferUse <= 1).MinBy(array => Milliseconds(array, layers))!;
    }

    private List<Measurement> Search(
        ISearchSpace space, ICostModel costs, Objective objective, int trials, ulong seed, Func<Architecture, Measurement> measure)
    {
        var strategy = _parts.Strategy("nsga2", new StrategySetup(space, costs, objective, new Budget(trials)) { Seed = seed }, new { Population = 50 });
        var measured = new List<Measurement>();
        for (var number = 0; number < trials; number++)
        {
            var candidate = new Candidate(number, strategy.Propose(new ProposalContext(number, seed, []) { TrialsLeft = trials - number })!);
            measured.Add(measure(((Trial)candidate.Work).Architecture));
            strategy.Observe(new Observation(candidate, measured[^1], seed));
        }

        return measured;
    }

    private double Accuracy(Architecture cell) => _table.Evaluate(
        new Candidate(0, new Trial(cell, Fidelity.Full)), NoProgress.Instance, default).Metrics[MetricNames.TestAccuracy];

    private ImmutableArray<Gemm> Layers(Architecture cell) => NetworkLayers.Of(_cells.Describe(cell));

    private IEnumerable<(Gemm Layer, int Count)> Counted(Architecture cell) =>
        Layers(cell).GroupBy(layer => layer with { Name = "" }).Select(same => (same.Key, same.Count()));

    private static double Fastest(SystolicArray[] arrays, (Gemm Layer, int Count)[] layers) => arrays.AsParallel().Min(array =>
        layers.Sum(kind => kind.Count * ArrayModel.Run(array, kind.Layer).Cycles) / (Units.Gigahertz * 1e6));

    private static double Milliseconds(SystolicArray array, ImmutableArray<Gemm> layers) =>
        layers.Sum(layer => ArrayModel.Run(array, layer).Cycles) / (Units.Gigahertz * 1e6);
}
