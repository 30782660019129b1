using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>What the second path and the sink-connected depths of TF-NAS are worth: it whole, and without one of them.</summary>
internal sealed class TfNasPartsTable() : RecipeTable(steps: 400, epochs: 1)
{
    private static readonly (string Method, string Space, string Strategy)[] Forms =
    [
        ("whole", "", ""),
        ("the drawn path alone", "", ", BiSampling = false"),
        ("a skip operation", ", SinkConnecting = false", ""),
    ];

    /// <inheritdoc/>
    public override string Name => "tfnasparts";

    /// <inheritdoc/>
    public override string Summary =>
        "TF-NAS whole; without bi-sampling (section 3.1), on the drawn path alone; and without sink-connecting (section 3.3), a ninth "
        + "operation 'skip' in every block after the first of a stage instead. On Fashion-MNIST at mini scale under 3 M multiply-adds, 400 steps. "
        + "entropy is that of the operations' weights at the end, in nats; operations_entropy that of how often the favoured network has "
        + "each operation, 0 where it has one alone; val_loss the supernet's in its last validation. A depth is the number of blocks, 4 to 9: of "
        + "the favoured network after each quarter of the search (the first ninth trains weights alone), and the winner's, the nearest to the "
        + "favoured that keeps to the limit. Samples are routes that were measured for the architecture's sake; seconds those of all processors, "
        + "final training included; test_accuracy is that of the winner trained from scratch for an epoch.";

    /// <inheritdoc/>
    protected override IEnumerable<RecipeMethod> Methods(BenchmarkArguments args) =>
        Forms.Select(one => new RecipeMethod(one.Method, size => Row(one.Space, one.Strategy, size)));

    private static Dictionary<string, object> Row(string space, string strategy, RecipeSize size)
    {
        var run = RecipeRun.Of($"tfnasparts-{size.Seed}", $$"""
            .Space("tf-nas", new { Scale = "mini"{{space}} })
            .Strategy("tf-nas", new { LearningRate = 0.02{{strategy}} })
            .Training(new { BatchSize = 64 })
            .Objective(Maximize.Accuracy().Under(Macs(3e6)))
            .Budget(steps: {{size.Steps}})
            """, size.Epochs, size.Seed);
        var chosen = run.Statuses("chosen_", 1).ToArray();
        var row = new Dictionary<string, object>
        {
            ["samples"] = run.Validated,
            ["entropy"] = run.Status("entropy", 1),
            ["operations_entropy"] = -chosen.Where(count => count > 0).Sum(count => count / chosen.Sum() * Math.Log(count / chosen.Sum())),
            ["val_loss"] = run.Status(MetricNames.ValidationLoss, 1),
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
