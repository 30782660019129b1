using NasEngine.Contracts;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>What TF-NAS's second path is worth.</summary>
internal sealed class BiSamplingTable : IBenchmarkTable
{
    /// <inheritdoc/>
    public string Name => "bisampling";

    /// <inheritdoc/>
    public string Summary =>
        "TF-NAS with bi-sampling (section 3.1) and on the drawn path alone, on Fashion-MNIST at mini scale under 3 M multiply-adds, 400 steps. "
        + "entropy is that of the operations' weights at the end, in nats; operations_entropy that of how often the favoured network has "
        + "each operation, 0 where it has one alone; val_loss the supernet's in its last validation; samples are routes that were "
        + "measured for the architecture's sake; seconds those of all processors, final training included; test_accuracy that of the winner "
        + "trained from scratch for an epoch.";

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkOption> Options =>
    [
        new("--steps", "steps of each search", "400"),
        BenchmarkOption.Seeds("1,2,3"),
    ];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(BenchmarkArguments args)
    {
        var steps = args.Number("--steps");
        return
            from two in new[] { true, false }
            from seed in args.Numbers("--seeds")
            select new BenchmarkCase($"{two} {seed} {steps}", () => Row(two, seed, steps));
    }

    private static Dictionary<string, object> Row(bool two, int seed, int steps)
    {
        var run = RecipeRun.Of($"bisampling-{seed}", $$"""
            .Space("tf-nas", new { Scale = "mini" })
            .Strategy("tf-nas", new { BiSampling = {{(two ? "true" : "false")}}, LearningRate = 0.02 })
            .Training(new { BatchSize = 64 })
            .Objective(Maximize.Accuracy().Under(Macs(3e6)))
            .Budget(steps: {{steps}})
            """, 1, seed);
        var chosen = run.Statuses("chosen_", 1).ToArray();
        return new()
        {
            ["method"] = two ? "two paths" : "the drawn path",
            ["seed"] = seed,
            ["samples"] = run.Validated,
            ["entropy"] = run.Status("entropy", 1),
            ["operations_entropy"] = -chosen.Where(count => count > 0).Sum(count => count / chosen.Sum() * Math.Log(count / chosen.Sum())),
            ["val_loss"] = run.Status(MetricNames.ValidationLoss, 1),
            ["seconds"] = run.Seconds,
            ["test_accuracy"] = run.Metric(MetricNames.TestAccuracy),
        };
    }
}
