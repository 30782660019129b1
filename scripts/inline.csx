// Everything in one file: a space, a strategy, an estimator and an objective. Which sine waves is a curve made of? A second.

var trials = Parameter("trials", 200, "sets of waves to try", min: 1);
var price = Parameter("price", 0.2, "how many tenfolds of the error a further wave must gain", min: 0);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

class Waves(int slots, int fastest) : ISearchSpace
{
    public DecisionSpace Decisions { get; } = new("waves", Enumerable.Range(1, slots).Select(
        slot => new Decision($"wave {slot}", [.. Enumerable.Range(0, fastest + 1).Select(f => f == 0 ? "none" : $"{f}")])));
    public ImmutableSortedDictionary<string, Architecture> References => ImmutableSortedDictionary<string, Architecture>.Empty;
    public string Format(Architecture waves) => string.Join('+', waves.Values);
    public Architecture Parse(string text) => Decisions.Architecture([.. text.Split('+').Select(int.Parse)]);
    public ArchitectureCost Cost(Architecture waves) => new(0, waves.Values.Count(f => f > 0), 0);
}

class Climber(StrategySetup setup, int patience = 20) : IStrategy
{
    Architecture? top;
    double best;
    int misses;

    public WorkKind Kind => WorkKind.Trials;
    public StrategyStatus Status => StrategyStatus.Empty;
    public WorkItem? Propose(ProposalContext context) => new Trial(
        top is null ? setup.Space.Decisions.Sample(context.Random("start")) : setup.Space.Decisions.Mutate(top, context.Random("step")), Fidelity.Full);
    public void Observe(Observation observation)
    {
        var tried = ((Trial)observation.Candidate.Work).Architecture;
        var score = setup.Score(tried, observation.Measurement) ?? double.NegativeInfinity;
        (top, best, misses) = top is null || score > best ? (tried, score, 0) : misses + 1 < patience ? (top, best, misses + 1) : (null, 0, 0);
    }
    public ImmutableArray<Architecture> Recommend(int count) => []; // The engine ranks the trials by the objective.
    public void Save(IBufferWriter<byte> state) { var to = new StateWriter(state, 1); to.Write(best); to.Write(misses); to.Write(top?.Values.ToArray() ?? []); }
    public void Restore(ReadOnlyMemory<byte> state)
    {
        var from = new StateReader("the climber", state.Span, 1);
        (best, misses, top) = (from.Double(), from.Int32(), from.Int32s() is { Length: > 0 } values ? setup.Space.Decisions.Architecture(values) : null);
    }
}

class Fit : IEstimator
{
    static readonly double[] X = [.. Enumerable.Range(0, 256).Select(i => 2 * Math.PI * i / 256)];
    static double Curve(double x) => 2 * Math.Sin(3 * x) + Math.Sin(7 * x) + 0.5 * Math.Sin(11 * x) + 0.01 * Math.Cos(x);

    public void Train(Candidate candidate, IJobProgress progress, CancellationToken cancellation) { } // It is fitted where it is measured.
    public Measurement Evaluate(Candidate candidate, IJobProgress progress, CancellationToken cancellation)
    {
        var left = X.Select(Curve).ToArray();
        foreach (var f in ((Trial)candidate.Work).Architecture.Values.Where(f => f > 0).Distinct())
        {
            var height = X.Select((x, i) => left[i] * Math.Sin(f * x)).Sum() * 2 / X.Length;
            left = [.. X.Select((x, i) => left[i] - height * Math.Sin(f * x))];
        }

        return new Measurement().With("val_loss", left.Sum(error => error * error) / X.Length);
    }
    public void Dispose() { }
}

var result = await Search($"inline-{seed}")
    .Space(() => new Waves(slots: 6, fastest: 12))
    .Strategy<Climber>(new { Patience = 30 })
    .Estimator<Fit>()
    .Objective(trial => -Math.Log10(trial["val_loss"]) - price * trial["params"])
    .Budget(trials: trials)
    .Seed(seed)
    .RunAsync();

result.Print();
