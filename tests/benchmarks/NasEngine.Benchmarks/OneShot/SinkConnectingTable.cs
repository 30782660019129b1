using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>How TF-NAS's depth settles with sink-connecting, and with a skip among the operations.</summary>
internal sealed class SinkConnectingTable : IBenchmarkTable
{
    /// <inheritdoc/>
    public string Name => "sinkconnecting";

    /// <inheritdoc/>
    public string Summary =>
        "TF-NAS with sink-connecting (section 3.3), a depth per stage, and without, a ninth operation 'skip' in every block after the first "
        + "of a stage, on Fashion-MNIST at mini scale under 3 M multiply-adds, 400 steps. A depth is the number of blocks, 4 to 9: of the favoured "
        + "network after each quarter of the search (the first ninth trains weights alone), and the winner's, the likeliest that keeps to the limit; samples are "
        + "routes that were measured for the architecture's sake; seconds those of all processors, final training included; test_accuracy is "
        + "that of the winner trained from scratch for an epoch.";

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
            from sinks in new[] { true, false }
            from seed in args.Numbers("--seeds")
            select new BenchmarkCase($"{sinks} {seed} {steps}", () => Row(sinks, seed, steps));
    }

    private static Dictionary<string, object> Row(bool sinks, int seed, int steps)
    {
        var run = RecipeRun.Of($"sinkconnecting-{seed}", $$"""
            .Space("tf-nas", new { Scale = "mini", SinkConnecting = {{(sinks ? "true" : "false")}} })
            .Strategy("tf-nas", new { LearningRate = 0.02 })
            .Training(new { BatchSize = 64 })
            .Objective(Maximize.Accuracy().Under(Macs(3e6)))
            .Budget(steps: {{steps}})
            """, 1, seed);
        var row = new Dictionary<string, object>
        {
            ["method"] = sinks ? "sink-connecting" : "a skip operation",
            ["seed"] = seed,
            ["samples"] = run.Validated,
        };
        foreach (var share in new[] { 0.25, 0.5, 0.75, 1 })
        {
            // Every block that is there has an operation, and all but the skip begin with their kernel.
            row[string.Create(CultureInfo.InvariantCulture, $"depth_{100 * share:0}")] = run.Statuses("chosen_k", share).Sum();
        }

        row["winner_depth"] = run.Architecture.Split('|').Count(block => block.StartsWith('k'));
        row["macs"] = run.Metric(MetricNames.Macs);
        row["seconds"] = run.Seconds;
        row["test_accuracy"] = run.Metric(MetricNames.TestAccuracy);
        return row;
    }
}
