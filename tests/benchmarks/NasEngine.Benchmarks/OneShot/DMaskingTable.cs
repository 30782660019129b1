using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>FP-NAS against DMaskingNAS over one space, as scripts/paper/fpnas-dmasking.csx has them.</summary>
internal sealed class DMaskingTable : IBenchmarkTable
{
    private const string Rival = "dmasking";

    private static readonly (string Method, string Lines)[] Methods =
    [
        (Rival, """
            .Strategy("dmasking", new { Cost = "excess", CostWeight = 2.0, LearningRate = 0.05 })
            .Training(new { BatchSize = 96 })
            """),
        ("fp-nas", """
            .Strategy("fp-nas", new { Lambda = 0.44 })
            .Training(new { BatchSize = 96, LearningRate = 0.3, Schedule = "one-cycle" })
            """),
    ];

    /// <inheritdoc/>
    public string Name => "dmasking";

    /// <inheritdoc/>
    public string Summary =>
        "FP-NAS against DMaskingNAS of FBNetV2 at the same number of steps of 96 images, on Fashion-MNIST, space fbnetv2-f at mini scale, under 2 M "
        + "multiply-adds, as scripts/paper/fpnas-dmasking.csx has them. Samples are routes that were measured for the architecture's sake; "
        + "seconds are those of all processors, final training included, and search_seconds those of the clock until the last step, which "
        + "other work on the machine lengthens; faster and search_faster stand against DMaskingNAS with the same seed; test_accuracy is that of the "
        + "winner trained from scratch.";

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
        var (steps, epochs) = (args.Number("--steps"), args.Decimal("--epochs"));
        return
            from method in Methods
            from seed in args.Numbers("--seeds")
            select new BenchmarkCase(
                string.Create(CultureInfo.InvariantCulture, $"{method.Method} {seed} {steps} {epochs}"),
                () => Row(method.Method, method.Lines, steps, epochs, seed));
    }

    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyDictionary<string, object>> Finish(IReadOnlyList<IReadOnlyDictionary<string, object>> rows) =>
    [
        .. rows.Select(row =>
        {
            var rival = rows.First(other => other["method"].Equals(Rival) && Number(other["seed"]) == Number(row["seed"]));
            return new Dictionary<string, object>(row)
            {
                ["faster"] = Number(rival["seconds"]) / Number(row["seconds"]),
                ["search_faster"] = Number(rival["search_seconds"]) / Number(row["search_seconds"]),
            };
        }),
    ];

    private static Dictionary<string, object> Row(string method, string lines, int steps, double epochs, int seed)
    {
        var run = RecipeRun.Of($"dmasking-{seed}", $$"""
            .Space("fbnetv2-f", new { Scale = "mini" })
            {{lines}}
            .Objective(Maximize.Accuracy().Under(Macs(2e6)))
            .Budget(steps: {{steps}})
            """, epochs, seed);
        return new()
        {
            ["method"] = method,
            ["seed"] = seed,
            ["steps"] = steps,
            ["samples"] = run.Validated,
            ["seconds"] = run.Seconds,
            ["search_seconds"] = run.SearchSeconds,
            ["test_accuracy"] = run.Metric(MetricNames.TestAccuracy),
            ["macs"] = run.Metric(MetricNames.Macs),
        };
    }

    private static double Number(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);
}
