using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Probabilistic;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>Coarse to fine against joint and factorised alone, where the answer is known.</summary>
internal sealed class PlantedTable : IBenchmarkTable
{
    private static readonly double[] Switches = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 1];

    /// <inheritdoc/>
    public string Name => "planted";

    /// <inheritdoc/>
    public string Summary =>
        "FP-NAS on layers two of whose variables have a best pair: alone (each half is as good whatever the other is), leading (the pair is "
        + "more than its halves) or misleading (each half by itself is worst). Small: 4 layers of 4 × 4, 400 steps, λ = 2; as in FBNetV2-F: 4 "
        + "layers of 3 × 2 × 2 × 6 × 10, 1,000 steps, λ = ½; learning rate 0.05. A switch at 0 is joint from the start, at 1 factorised to the "
        + "end. Found is the share of best pairs that the mode has; log10_pair is the mean log₁₀ probability of a best pair just before the "
        + "switch, and draws how many of the paths still to come have one by that. Samples are validated paths; seconds are the processor's; "
        + "test_accuracy is e^−loss of the mode.";

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkOption> Options =>
    [
        new("--steps", "steps of each search, 400 and 1000 otherwise"),
        BenchmarkOption.Seeds("1,2,3,4,5"),
    ];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(BenchmarkArguments args) =>
        from shape in new[] { (Name: "small", Choices: new[] { 4, 4 }, Steps: 400, Lambda: 2.0), (Name: "fbnetv2-f", [3, 2, 2, 6, 10], 1000, 0.5) }
        let steps = args.Has("--steps") ? args.Number("--steps") : shape.Steps
        from planted in Enum.GetValues<Planted>()
        from share in Switches
        from seed in args.Numbers("--seeds")
        select new BenchmarkCase(
            string.Create(CultureInfo.InvariantCulture, $"{shape.Name} {planted} {share} {seed} {steps}"),
            () => Row(shape.Name, new PlantedLayers(planted, 4, shape.Choices), planted, shape.Lambda, share, seed, steps));

    private static Dictionary<string, object> Row(
        string shape, PlantedLayers space, Planted planted, double lambda, double share, int seed, int steps)
    {
        var setup = new StrategySetup(
            space, new CountedCosts(space), new Objective(MetricNames.ValidationAccuracy, []), new Budget(steps)) { Seed = (ulong)seed };
        var strategy = PluginParts.Of(new ProbabilisticPlugin()).Strategy(
            "fp-nas", setup, new { Lambda = lambda, LearningRate = 0.05, SwitchToJointAt = share });
        var run = new StrategyRun(strategy, (ulong)seed, 1, space.Measure);
        var before = Math.Max(0, (int)Math.Ceiling(share * steps) - 1);
        var log = 0.0;
        var seconds = SimulatedSearch.Seconds(() =>
        {
            run.Advance(before);
            log = share > 0 ? LogPair(space, strategy.Status) : -Math.Log10(space.Decisions.Decisions[^1].Count * space.Decisions.Decisions[^2].Count);
            run.Advance(steps - before);
        });
        var found = strategy.Recommend(1)[0];
        return new()
        {
            ["shape"] = shape,
            ["pairs"] = planted.ToString().ToLowerInvariant(),
            ["method"] = share switch { 0 => "joint", 1 => "factorised", _ => string.Create(CultureInfo.InvariantCulture, $"switch at {share}") },
            ["seed"] = seed,
            ["found"] = (double)space.BestPairs(found) / space.Layers,
            ["log10_pair"] = log,
            ["draws"] = Math.Pow(10, log) * run.Candidates.Skip(before).Sum(Validated),
            ["samples"] = run.Candidates.Sum(Validated),
            ["entropy_left"] = strategy.Status.Scalars["entropy"],
            ["seconds"] = seconds,
            ["test_accuracy"] = Math.Exp(-space.Loss(found)),
        };
    }

    private static long Validated(Candidate candidate) => ((SupernetStep)candidate.Work).Validate.Length;

    private static double LogPair(PlantedLayers space, StrategyStatus status) => Enumerable.Range(0, space.Layers).Select(space.Pair).Average(pair =>
        (status.Alphas[space.Decisions.Decisions[pair.First].Name][0] + status.Alphas[space.Decisions.Decisions[pair.Second].Name][0]) / Math.Log(10));
}
