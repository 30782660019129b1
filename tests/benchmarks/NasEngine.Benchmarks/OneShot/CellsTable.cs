using NasEngine.Benchmarks.FpNas;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Spaces.Benchmarks;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>The cell that each one-shot method ends with on NAS-Bench-201's space, in the published table.</summary>
internal sealed class CellsTable() : RecipeTable(steps: 600, epochs: 2)
{
    private const string Relaxed = """.Training(new { BatchSize = 64, LearningRate = 0.025, WeightDecay = 3e-4, ScheduleEnd = 0.04 })""";
    private const string Sampled = """.Training(new { BatchSize = 96, LearningRate = 0.3, Schedule = "one-cycle" })""";

    private static readonly (string Method, string Space, string Strategy, string Training, bool Slices)[] Searches =
    [
        ("darts, first order", "", """.Strategy("darts", new { LearningRate = 3e-3 })""", Relaxed, false),
        ("darts, second order", "", """.Strategy("darts", new { Order = "second", LearningRate = 3e-3 })""", Relaxed, false),
        ("pc-darts", ", Partial = 4", """.Strategy("pc-darts", new { LearningRate = 6e-3 })""",
            """.Training(new { BatchSize = 64, LearningRate = 0.1, WeightDecay = 3e-4, ScheduleEnd = 0.01 })""", false),
        ("nasp", "", """.Strategy("nasp", new { LearningRate = 3e-3 })""", Relaxed, false),
        ("gdas", "", """.Strategy("gdas", new { LearningRate = 0.01 })""", Relaxed, false),
        ("drnas", "", """.Strategy("drnas", new { LearningRate = 0.01 })""", Relaxed, false),
        ("parsec", "", """.Strategy("parsec", new { Samples = 4 })""", Sampled, false),
        ("fp-nas", "", """.Strategy("fp-nas", new { Lambda = 1.0 })""", Sampled, false),
        ("parsec, after a warm-up", "", """.Strategy("parsec", new { Samples = 4, WarmupSteps = 300 })""", Sampled, false),
        ("fp-nas, after a warm-up", "", """.Strategy("fp-nas", new { Lambda = 1.0, WarmupSteps = 300 })""", Sampled, false),
        ("darts, after a warm-up", "", """.Strategy("darts", new { LearningRate = 3e-3, WarmupSteps = 300 })""", Relaxed, false),
        ("nasp, after a warm-up", "", """.Strategy("nasp", new { LearningRate = 3e-3, WarmupSteps = 300 })""", Relaxed, false),
        ("gdas, after a warm-up", "", """.Strategy("gdas", new { LearningRate = 0.01, WarmupSteps = 300 })""", Relaxed, false),
        ("drnas, after a warm-up", "", """.Strategy("drnas", new { LearningRate = 0.01, WarmupSteps = 300 })""", Relaxed, false),
        ("enas, after a warm-up", "",
            """.Strategy("enas", new { WarmupSteps = 300, WeightSteps = 50, ControllerSteps = 10, LearningRate = 0.02 })""",
            """.Training(new { BatchSize = 96, LearningRate = 0.1, ScheduleEnd = 0.01 })""", false),
        ("enas", "", """.Strategy("enas", new { WeightSteps = 50, ControllerSteps = 10, LearningRate = 0.02 })""",
            """.Training(new { BatchSize = 96, LearningRate = 0.1, ScheduleEnd = 0.01 })""", false),
        ("single-path", "", """.Strategy("single-path", new { Population = 25, Parents = 8, ValidationBatches = 10 })""", Sampled, true),
    ];

    /// <inheritdoc/>
    public override string Name => "cells";

    /// <inheritdoc/>
    public override string Summary =>
        "The cell that each one-shot method ends with on NAS-Bench-201's space, searched on Fashion-MNIST at mini scale (8 channels, one cell "
        + "a stage), and what the published table says of it on CIFAR-10 (the best there is has 94.37, the all-skip cell 54.30). Skips are "
        + "skip connections of six edges; a warm-up trains the weights alone for half of the steps, on uniform paths or the whole mixture; samples are routes that were measured for the "
        + "architecture's sake; seconds are those of all processors; test_accuracy is on Fashion-MNIST, trained from scratch.";

    /// <inheritdoc/>
    public override IReadOnlyList<BenchmarkOption> Options => [.. base.Options, BenchmarkOption.Table];

    /// <inheritdoc/>
    protected override IEnumerable<RecipeMethod> Methods(BenchmarkArguments args)
    {
        var file = SharedData.Find(args, "nasbench201.csv.gz");
        return Searches.Select(one => new RecipeMethod(
            one.Method, size => Row(one.Space, one.Strategy, one.Training, one.Slices, file, size)));
    }

    private static Dictionary<string, object> Row(string space, string strategy, string training, bool slices, string file, RecipeSize size)
    {
        var run = RecipeRun.Of($"cells-{size.Seed}", $$"""
            .Space("nasbench201", new { Scale = "mini", Channels = 8, Cells = 1{{space}} })
            {{strategy}}
            {{training}}
            .Objective(Maximize.Accuracy())
            .Budget(steps: {{size.Steps}}{{(slices ? $", trials: {Math.Max(2, size.Steps / 8)}" : "")}})
            """, size.Epochs, size.Seed);
        return new()
        {
            ["steps"] = size.Steps,
            ["samples"] = run.Validated,
            ["seconds"] = run.Seconds,
            ["test_accuracy"] = run.Metric(MetricNames.TestAccuracy),
            ["cifar10_accuracy"] = Published(file, run.Architecture),
            ["skips"] = run.Architecture.Split("skip_connect").Length - 1,
            ["cell"] = run.Architecture.Replace("|", " ", StringComparison.Ordinal).Trim(),
        };
    }

    private static double Published(string file, string cell)
    {
        var parts = PluginParts.Of(new BenchmarksPlugin());
        var space = parts.Space("nasbench201");
        using var table = parts.Create<IEstimator, EstimatorSetup>(
            new ComponentSpec("table", OptionBag.From(new { Table = file })), new EstimatorSetup(space, null, 0, "cpu", 1, parts));
        return 100 * table.Evaluate(new Candidate(0, new Trial(space.Parse(cell), Fidelity.Full)), NoProgress.Instance, default)
            .Metrics[MetricNames.TestAccuracy];
    }
}
