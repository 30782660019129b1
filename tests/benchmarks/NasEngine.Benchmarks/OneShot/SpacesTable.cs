using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Spaces.FBNetV2;
using NasEngine.Strategies.Probabilistic;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>Adaptive against fixed numbers of samples as the space grows, and how each form of the distribution settles.</summary>
internal sealed class SpacesTable : IBenchmarkTable
{
    private const double Lambda = 0.25;

    private static readonly (string Method, double? SwitchAt)[] Methods =
        [("fixed", null), ("coarse to fine", 0.05), ("joint", 0), ("factorised", 1)];

    /// <inheritdoc/>
    public string Name => "spaces";

    /// <inheritdoc/>
    public string Summary =>
        "FP-NAS's adaptive K = λ·H (λ = ¼) against PARSEC with the K that it begins with, on the paper's spaces F, F-Fine and F++, 1,000 steps, "
        + "learning rate 0.05. Nothing is trained: losses are planted, each choice worth something by itself and each pair of neighbours in a "
        + "layer something together, so that the best is known. Samples are validated paths; fewer_samples stands against the fixed K; "
        + "entropies in nats at the start, after each quarter and at the end; quality is (mean − mode) / (mean − best) of the loss, 0 as good "
        + "as a random architecture and 1 the best there is; seconds are the processor's; test_accuracy is e^−loss of the mode.";

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkOption> Options =>
    [
        new("--steps", "steps of each search", "1000"),
        BenchmarkOption.Seeds("1,2,3"),
    ];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(BenchmarkArguments args)
    {
        var steps = args.Number("--steps");
        return
            from space in new[] { "fbnetv2-f", "fbnetv2-f-fine", "fbnetv2-f-plus" }
            from method in Methods
            from seed in args.Numbers("--seeds")
            select new BenchmarkCase(
                string.Create(CultureInfo.InvariantCulture, $"{space} {method.Method} {seed} {steps}"),
                () => Row(space, method.Method, method.SwitchAt, seed, steps));
    }

    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyDictionary<string, object>> Finish(IReadOnlyList<IReadOnlyDictionary<string, object>> rows) =>
    [
        .. rows.Select(row => new Dictionary<string, object>(row)
        {
            ["fewer_samples"] = 1 - (Number(row["samples"]) / Number(rows.First(rival =>
                rival["method"].Equals("fixed") && rival["space"].Equals(row["space"]) && Number(rival["seed"]) == Number(row["seed"]))["samples"])),
        }),
    ];

    private static Dictionary<string, object> Row(string name, string method, double? switchAt, int seed, int steps)
    {
        var parts = PluginParts.Of(new ProbabilisticPlugin(), new FBNetV2Plugin());
        var space = parts.Space(name);
        var quality = new PlantedQuality(space.Decisions, (ulong)seed);
        var first = Begin("fp-nas", new { Lambda, LearningRate = 0.05 });
        first.Advance(1);
        var begun = Validated(first.Candidates[0]);
        var run = switchAt is { } at
            ? Begin("fp-nas", new { Lambda, LearningRate = 0.05, SwitchToJointAt = at })
            : Begin("parsec", new { Samples = begun, LearningRate = 0.05 });
        var entropies = new List<double>();
        var seconds = SimulatedSearch.Seconds(() =>
        {
            run.Advance(1);
            entropies.Add(run.Strategy.Status.Scalars["entropy"]);
            for (var quarter = 1; quarter <= 4; quarter++)
            {
                run.Advance((quarter * steps / 4) - run.Candidates.Count);
                entropies.Add(run.Strategy.Status.Scalars["entropy"]);
            }
        });
        var loss = quality.Loss(run.Strategy.Recommend(1)[0]);
        var row = new Dictionary<string, object>
        {
            ["space"] = name,
            ["method"] = method,
            ["seed"] = seed,
            ["first_samples"] = begun,
            ["samples"] = run.Candidates.Sum(Validated),
            ["quality"] = (quality.Mean - loss) / (quality.Mean - quality.Least),
            ["seconds"] = seconds,
            ["test_accuracy"] = Math.Exp(-loss),
        };
        foreach (var (entropy, quarter) in entropies.Select((entropy, quarter) => (entropy, quarter)))
        {
            row[string.Create(CultureInfo.InvariantCulture, $"entropy_{25 * quarter}")] = entropy;
        }

        return row;

        StrategyRun Begin(string id, object options)
        {
            var setup = new StrategySetup(
                space, new CountedCosts(space), new Objective(MetricNames.ValidationAccuracy, []), new Budget(steps)) { Seed = (ulong)seed };
            return new StrategyRun(parts.Strategy(id, setup, options), (ulong)seed, 1, quality.Measure);
        }
    }

    private static long Validated(Candidate candidate) => ((SupernetStep)candidate.Work).Validate.Length;

    private static double Number(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);
}
