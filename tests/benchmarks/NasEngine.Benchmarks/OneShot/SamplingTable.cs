using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>FP-NAS's adaptive numbers of samples against PARSEC's fixed ones, on Fashion-MNIST.</summary>
internal sealed class SamplingTable : IBenchmarkTable
{
    private const string Rival = "parsec, K = 14";

    private static readonly (string Method, string Strategy)[] Methods =
    [
        (Rival, """.Strategy("parsec", new { Samples = 14 })"""),
        ("parsec, K = 8", """.Strategy("parsec", new { Samples = 8 })"""),
        ("parsec, K = 6", """.Strategy("parsec", new { Samples = 6 })"""),
        ("parsec, K = 4", """.Strategy("parsec", new { Samples = 4 })"""),
        ("fp-nas, coarse to fine", """.Strategy("fp-nas", new { Lambda = 0.44 })"""),
        ("fp-nas, joint", """.Strategy("fp-nas", new { Lambda = 0.44, SwitchToJointAt = 0.0 })"""),
        ("fp-nas, factorised", """.Strategy("fp-nas", new { Lambda = 0.44, SwitchToJointAt = 1.0 })"""),
    ];

    /// <inheritdoc/>
    public string Name => "sampling";

    /// <inheritdoc/>
    public string Summary =>
        "FP-NAS against PARSEC with fixed numbers of samples at the same number of steps, on Fashion-MNIST, space fbnetv2-f at mini scale, "
        + "under 3 M multiply-adds. λ = 0.44 makes 14 samples at the start, as λ = ¼ does in the paper's space. Samples are validated paths, "
        + "as many are trained; seconds are those of all processors, final training included; fewer_samples and faster stand against K = 14 "
        + "with the same seed; entropies in nats at the start, after each quarter and at the end; test_accuracy is that of the winner "
        + "trained from scratch.";

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkOption> Options =>
    [
        new("--steps", "steps of each search", "600"),
        new("--epochs", "epochs of the final training", "2"),
        BenchmarkOption.Seeds("1,2,3"),
    ];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(BenchmarkArguments args)
    {
        var steps = args.Number("--steps");
        var epochs = args.Number("--epochs");
        return
            from method in Methods
            from seed in args.Numbers("--seeds")
            select new BenchmarkCase($"{method.Method} {seed} {steps} {epochs}", () => Row(method.Method, method.Strategy, steps, epochs, seed));
    }

    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyDictionary<string, object>> Finish(IReadOnlyList<IReadOnlyDictionary<string, object>> rows) =>
    [
        .. rows.Select(row =>
        {
            var rival = rows.First(other => other["method"].Equals(Rival) && Equal(other["seed"], row["seed"]));
            return new Dictionary<string, object>(row)
            {
                ["fewer_samples"] = 1 - (Number(row["samples"]) / Number(rival["samples"])),
                ["faster"] = Number(rival["seconds"]) / Number(row["seconds"]),
            };
        }),
    ];

    private static Dictionary<string, object> Row(string method, string strategy, int steps, int epochs, int seed)
    {
        var run = RecipeRun.Of($"sampling-{seed}", $$"""
            .Space("fbnetv2-f", new { Scale = "mini" })
            {{strategy}}
            .Training(new { BatchSize = 96, LearningRate = 0.3, Schedule = "one-cycle" })
            .Objective(Maximize.Accuracy().Under(Macs(3e6)))
            .Budget(steps: {{steps}})
            """, epochs, seed);
        var row = new Dictionary<string, object>
        {
            ["method"] = method,
            ["seed"] = seed,
            ["steps"] = steps,
            ["samples"] = run.Validated,
            ["last_samples"] = run.Status("samples", 1),
            ["seconds"] = run.Seconds,
            ["wall_seconds"] = run.Result.GetProperty("seconds").GetDouble(),
            ["test_accuracy"] = run.Metric(MetricNames.TestAccuracy),
            ["macs"] = run.Metric(MetricNames.Macs),
        };
        foreach (var share in new[] { 0, 0.25, 0.5, 0.75, 1 })
        {
            row[string.Create(CultureInfo.InvariantCulture, $"entropy_{100 * share:0}")] = run.Status("entropy", share);
        }

        return row;
    }

    private static double Number(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static bool Equal(object one, object other) => Number(one) == Number(other);
}
