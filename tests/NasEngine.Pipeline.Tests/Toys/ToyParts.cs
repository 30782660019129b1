using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Tests.Toys;

internal sealed class ToySpace(string first = "a") : ISearchSpace
{
    public Action? OnCost { get; init; }

    public DecisionSpace Decisions { get; } = new("toy", [new Decision(first, ["0", "1", "2", "3"]), new Decision("b", ["0", "1", "2"])]);

    public ImmutableSortedDictionary<string, Architecture> References => ImmutableSortedDictionary<string, Architecture>.Empty;

    public string Format(Architecture architecture) => architecture.Key;

    public Architecture Parse(string text) => throw new InputException(text);

    public ArchitectureCost Cost(Architecture architecture)
    {
        OnCost?.Invoke();
        return new ArchitectureCost(10 * architecture.Values[0], 5, 3);
    }
}

/// <summary>Proposals depend on all that was observed, so that a wrong order or a lost result shows.</summary>
internal sealed class ToyStrategy(WorkKind kind, int version = 0) : IStrategy
{
    private long _seen = 17;

    public Action<ProposalContext>? OnPropose { get; init; }

    public Action? OnRestore { get; init; }

    public WorkKind Kind => kind;

    public StrategyStatus Status => new()
    {
        Scalars = kind == WorkKind.Trials
            ? StrategyStatus.Empty.Scalars
            : StrategyStatus.Empty.Scalars.Add("seen", _seen % 1000),
    };

    public WorkItem? Propose(ProposalContext context)
    {
        OnPropose?.Invoke(context);
        var random = context.Random("toy");
        var architecture = new Architecture("toy", [(random.NextInt(4) + version) % 4, (int)(_seen % 3)]);
        return kind == WorkKind.Trials
            ? new Trial(architecture, Fidelity.Full)
            : new SupernetStep("uniform", [architecture], [architecture], ImmutableSortedDictionary<string, double>.Empty);
    }

    public void Observe(Observation observation)
    {
        var value = observation.Measurement.Metrics.GetValueOrDefault("score", -1);
        _seen = unchecked(Math.Abs((_seen * 31) + BitConverter.DoubleToInt64Bits(value) + observation.Candidate.Number));
    }

    public ImmutableArray<Architecture> Recommend(int count) =>
        kind == WorkKind.Trials ? [] : [new Architecture("toy", [(int)(_seen % 4), (int)(_seen % 3)])];

    public void Save(IBufferWriter<byte> state) => state.Write(BitConverter.GetBytes(_seen));

    public void Restore(ReadOnlyMemory<byte> state)
    {
        OnRestore?.Invoke();
        _seen = BitConverter.ToInt64(state.Span);
    }
}

/// <summary>Scores are a function of all that was trained before, as a supernet's are, or of the candidate alone.</summary>
internal class ToyEstimator(ToyParts parts) : IArtifactEstimator
{
    private volatile bool _training;

    protected long Weights { get; set; } = 1;

    public virtual void Train(Candidate candidate, IJobProgress progress, CancellationToken cancellation)
    {
        _training = true;
        parts.BeforeTraining?.Invoke(candidate);
        parts.OnTrain?.Invoke(candidate, progress);
        Interlocked.Increment(ref parts.Trained);
        Weights = unchecked((Weights * 6364136223846793005L) + candidate.Number);
        _training = false;
    }

    public Measurement Evaluate(Candidate candidate, IJobProgress progress, CancellationToken cancellation) =>
        parts.Instead?.Invoke(candidate) ?? new Measurement().With("score", Score(candidate));

    public void Export(Candidate candidate, string folder)
    {
        parts.BeforeExport?.Invoke();
        File.WriteAllText(Path.Combine(folder, "weights"), candidate.Work.Architectures.Single().Key);
    }

    public void Dispose()
    {
        parts.FreedWhileTraining |= _training;
        Interlocked.Increment(ref parts.Freed);
    }

    protected virtual double Score(Candidate candidate) => (candidate.Number * 7919) % 101;
}

/// <summary>A toy whose networks are their numbers, each with the one it started from.</summary>
internal sealed class ToyKeeper(ToyParts parts, EstimatorSetup setup) : ToyEstimator(parts), IKeepingEstimator
{
    private string _network = "";

    public override void Train(Candidate candidate, IJobProgress progress, CancellationToken cancellation)
    {
        base.Train(candidate, progress, cancellation);
        _network = candidate.Number.ToString(CultureInfo.InvariantCulture);
        if (candidate.Work is Trial { Weights: InheritedWeights { Candidate: var parent } })
        {
            using var kept = new StreamReader(setup.Kept.Open(parent));
            _network += " after " + kept.ReadToEnd();
        }
    }

    public void Keep(Candidate candidate, Stream destination) => destination.Write(System.Text.Encoding.UTF8.GetBytes(_network));

    protected override double Score(Candidate candidate) => base.Score(candidate) + _network.Length;
}

/// <summary>A slice of it leaves its weights as they are.</summary>
internal sealed class ToySupernet(ToyParts parts) : ToyEstimator(parts), IStatefulEstimator, IKeepingEstimator
{
    public override void Train(Candidate candidate, IJobProgress progress, CancellationToken cancellation)
    {
        var before = Weights;
        base.Train(candidate, progress, cancellation);
        Weights = candidate.Work is Trial { Weights: SlicedWeights } ? before : Weights;
    }

    public void Keep(Candidate candidate, Stream destination) => Save(destination);

    public void Save(Stream destination) => destination.Write(BitConverter.GetBytes(Weights));

    public void Restore(Stream source)
    {
        var bytes = new byte[8];
        source.ReadExactly(bytes);
        Weights = BitConverter.ToInt64(bytes);
    }

    protected override double Score(Candidate candidate) => Weights % 1000;
}

/// <summary>Says its name for the device.</summary>
internal sealed class ToyProfiler(string name, ToyParts parts) : IProfiler
{
    public LatencyMeasurement Measure(Architecture architecture, CancellationToken cancellation)
    {
        parts.OnProfile?.Invoke();
        Interlocked.Increment(ref parts.Profiled);
        return new LatencyMeasurement(1, 0, 1, 1, name);
    }

    public void Dispose()
    {
    }
}

/// <summary>An objective whose every answer can be set.</summary>
internal sealed class ToyObjective : IObjective
{
    public ImmutableArray<ObjectiveAxis> Axes { get; set; } =
        [new ObjectiveAxis("score", Direction.Maximize), new ObjectiveAxis(MetricNames.Macs, Direction.Minimize)];

    public ImmutableArray<CostTarget> Targets => [new CostTarget(MetricNames.Macs, 15)];

    public ImmutableArray<string> Metrics { get; set; } = ["score", MetricNames.Macs];

    public Func<IReadOnlyDictionary<string, double>, double?> Scored { get; set; } = metrics => metrics["score"] - metrics[MetricNames.Macs];

    public double? Score(IReadOnlyDictionary<string, double> metrics) => Scored(metrics);
}

/// <summary>The parts of toy searches, with places to break them.</summary>
internal sealed class ToyParts : IServices
{
    public long Trained;

    /// <summary>Latencies measured.</summary>
    public int Profiled;

    /// <summary>Estimators disposed of.</summary>
    public int Freed;

    /// <summary>Whether one of them was in the middle of a training.</summary>
    public bool FreedWhileTraining { get; set; }

    public Action? OnCost { get; set; }

    public Action? OnProfile { get; set; }

    /// <summary>Before an estimator is made.</summary>
    public Action? BeforeCreate { get; set; }

    public Action<Candidate, IJobProgress>? OnTrain { get; set; }

    public Action<Candidate>? BeforeTraining { get; set; }

    public Func<Candidate, Measurement?>? Instead { get; set; }

    public Action? BeforeExport { get; set; }

    public Action<ProposalContext>? OnPropose { get; set; }

    public Action? OnRestore { get; set; }

    public Action<string>? OnEstimator { get; init; }

    /// <summary>Makes the strategy 'own'.</summary>
    public Func<StrategySetup, IStrategy>? OwnStrategy { get; init; }

    /// <summary>Whether the estimator of trials keeps networks.</summary>
    public bool Keeps { get; init; }

    /// <summary>What the strategy decides differs between versions; what it saves does not.</summary>
    public int Version { get; init; }

    public ToyObjective Objective { get; } = new();

    /// <summary>Name of the space's first decision.</summary>
    public string FirstDecision { get; init; } = "a";

    public static SearchSpec Spec(WorkKind kind = WorkKind.Trials, long budget = 40, int window = 4, bool deterministic = true) => new()
    {
        Name = "toy",
        Space = "toy",
        Strategy = kind == WorkKind.Trials ? "trials" : "steps",
        Estimator = kind == WorkKind.Trials ? "toy" : "supernet",
        Objective = new Objective("score", []),
        Budget = new Budget(budget),
        Window = window,
        Deterministic = deterministic,
        Profiler = "toy-profiler",
        Seed = 5,
    };

    public TPart Create<TPart, TSetup>(ComponentSpec component, TSetup setup)
        where TPart : class => (TPart)(object)(component.Id switch
        {
            "toy" when typeof(TPart) == typeof(ISearchSpace) => new ToySpace(FirstDecision) { OnCost = () => OnCost?.Invoke() },
            "toy-objective" => Objective,
            "own" => OwnStrategy!((StrategySetup)(object)setup!),
            "trials" => Strategy(WorkKind.Trials),
            "steps" => Strategy(WorkKind.SupernetSteps),
            "toy" => Made("toy", Keeps ? new ToyKeeper(this, (EstimatorSetup)(object)setup!) : new ToyEstimator(this)),
            "supernet" => Made("supernet", new ToySupernet(this)),
            var profiler when typeof(TPart) == typeof(IProfiler) => new ToyProfiler(profiler, this),
            var other => throw new InputException(string.Create(CultureInfo.InvariantCulture, $"No part '{other}'.")),
        });

    private ToyEstimator Made(string id, ToyEstimator estimator)
    {
        BeforeCreate?.Invoke();
        OnEstimator?.Invoke(id);
        return estimator;
    }

    private ToyStrategy Strategy(WorkKind kind) =>
        new(kind, Version) { OnPropose = context => OnPropose?.Invoke(context), OnRestore = () => OnRestore?.Invoke() };

    public void Check<TPart>(ComponentSpec component)
        where TPart : class
    {
    }

    public IReadOnlyList<PartDescription> Describe<TPart>()
        where TPart : class => [];
}
