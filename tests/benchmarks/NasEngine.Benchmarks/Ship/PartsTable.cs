using System.Globalization;
using System.Text.Json;
using NasEngine.Contracts;

namespace NasEngine.Benchmarks.Ship;

/// <summary>What each part of a final training brings to the quickstart's winner: it alone, beside a training that has none.</summary>
internal sealed class PartsTable : IBenchmarkTable
{
    private const string Plain = "one-cycle rate alone";
    private const string Taught = "taught by ResNet-20, T = 4, share 0.9";

    private static readonly (string Part, string Options)[] Parts =
    [
        (Plain, "new { }"),
        ("cosine rate after a warm-up of 0.1, in its place", """new { Schedule = "cosine", WarmUp = 0.1 }"""),
        ("EMA of 0.99 a step", "new { Averaging = 0.99 }"),
        ("label smoothing 0.1", "new { LabelSmoothing = 0.1 }"),
        ("moved by up to 2 pixels and mirrored", "new { Augment = true }"),
        ("RandAugment of 2 operations, magnitude 9", "new { RandAugment = 2 }"),
        ("mixup, α = 0.2", "new { MixUp = 0.2 }"),
        ("CutMix, α = 1", "new { CutMix = 1.0 }"),
        ("erasing of every fourth image", "new { Erasing = 0.25 }"),
        ("bf16", """new { Precision = "bf16" }"""),
        (Taught, "new { Teacher = network, TeacherWeights = weights }"),
        ("moved, mirrored and smoothed", "new { Augment = true, LabelSmoothing = 0.1 }"),
    ];

    /// <inheritdoc/>
    public string Name => "parts";

    /// <inheritdoc/>
    public string Summary =>
        "What each part of a final training brings to the quickstart's winner (seed 7) on Fashion-MNIST: SGD with a one-cycle rate, and with "
        + "each part alone beside it; 'brings' is the difference in points. The teacher is a ResNet-20 (31 M multiply-adds) of 3 epochs, moved, "
        + "mirrored and smoothed. Means with standard deviations over the seeds.";

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkOption> Options =>
    [
        new("--epochs", "of each training", "20"),
        new("--seeds", "number of trainings", "3"),
    ];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(BenchmarkArguments args)
    {
        var epochs = args.Decimal("--epochs");
        var seeds = args.Number("--seeds");
        return Parts.Select((one, number) => new BenchmarkCase(
            string.Create(CultureInfo.InvariantCulture, $"{one.Part} {epochs} {seeds}"), () => Row(one.Part, one.Options, $"{number}", epochs, seeds)));
    }

    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyDictionary<string, object>> Finish(IReadOnlyList<IReadOnlyDictionary<string, object>> rows)
    {
        var plain = Accuracy(rows.First(row => row["part"].Equals(Plain)));
        return [.. rows.Select(row => new Dictionary<string, object>(row) { ["brings"] = Math.Round(Accuracy(row) - plain, 2) })];
    }

    private static Dictionary<string, object> Row(string part, string options, string workspace, double epochs, int seeds)
    {
        var teacher = part == Taught ? Teacher() : null;
        var best = FinalTraining.Run(
            Path.Combine("parts", string.Create(CultureInfo.InvariantCulture, $"{workspace}-{epochs}-{seeds}")),
            $$"""
            var network = @"{{teacher}}/network.json";
            var weights = @"{{teacher}}/weights.safetensors";
            await Search("network").Data(Data.FashionMnist())
                .Space("nasbench201", new { Scale = "mini", Channels = 8, Cells = 1 })
                .Strategy("train-once", new { Architectures = "{{Quickstart.Best().GetProperty("architecture").GetString()}}" })
                .Training(new { Epochs = 0.01 })
                .Budget(trials: 1)
                .Final({{epochs.ToString("0.0###", CultureInfo.InvariantCulture)}}, options: {{options}}, seeds: {{seeds}})
                .RunAsync();
            """);
        return new()
        {
            ["part"] = part,
            ["epochs"] = epochs,
            ["seeds"] = seeds,
            ["test accuracy, %"] = Math.Round(100 * best.GetProperty("metrics").GetProperty(MetricNames.TestAccuracy).GetDouble(), 3),
            ["deviation"] = FinalTraining.Deviation(best),
        };
    }

    /// <summary>Folder of the trained teacher.</summary>
    private static string Teacher()
    {
        const string Workspace = "teacher";
        PublishedTable.Train("resnet-20", Workspace, epochs: 3, macs: 0, seeds: 1);
        return Path.Combine(FinalTraining.FolderOf(Workspace), "results", "network", "best");
    }

    private static double Accuracy(IReadOnlyDictionary<string, object> row) =>
        Convert.ToDouble(row["test accuracy, %"], CultureInfo.InvariantCulture);
}
