using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>FP-NAS against DMaskingNAS over one space, as scripts/paper/fpnas-dmasking.csx has them.</summary>
internal sealed class DMaskingTable() : RecipeTable(steps: 600, epochs: 2)
{
    private const string Published = "dmasking";

    /// <summary>The methods, and the lines of their recipes that differ.</summary>
    public static (string Method, string Lines)[] Searches { get; } =
    [
        (Published, """
            .Strategy("dmasking", new { Cost = "excess", CostWeight = 2.0, LearningRate = 0.05 })
            .Training(new { BatchSize = 96 })
            """),
        ("fp-nas", """
            .Strategy("fp-nas", new { Lambda = 0.44 })
            .Training(new { BatchSize = 96, LearningRate = 0.3, Schedule = "one-cycle" })
            """),
    ];

    /// <inheritdoc/>
    public override string Name => "dmasking";

    /// <inheritdoc/>
    public override string Summary =>
        "FP-NAS against DMaskingNAS of FBNetV2 at the same number of steps of 96 images, on Fashion-MNIST, space fbnetv2-f at mini scale, under 2 M "
        + "multiply-adds, as scripts/paper/fpnas-dmasking.csx has them. Samples are routes that were measured for the architecture's sake; "
        + "seconds are those of all processors, final training included, and search_seconds those of the clock until the last step, which "
        + "other work on the machine lengthens; faster and search_faster stand against DMaskingNAS with the same seed; test_accuracy is that of the "
        + "winner trained from scratch.";

    /// <inheritdoc/>
    public override IReadOnlyList<IReadOnlyDictionary<string, object>> Finish(IReadOnlyList<IReadOnlyDictionary<string, object>> rows) =>
        Against(Published, rows, (row, rival) => new()
        {
            ["faster"] = Number(rival["seconds"]) / Number(row["seconds"]),
            ["search_faster"] = Number(rival["search_seconds"]) / Number(row["search_seconds"]),
        });

    /// <inheritdoc/>
    protected override IEnumerable<RecipeMethod> Methods(BenchmarkArguments args) =>
        Searches.Select(one => new RecipeMethod(one.Method, size => Row(one.Lines, size)));

    private static Dictionary<string, object> Row(string lines, RecipeSize size)
    {
        var run = RecipeRun.Of($"dmasking-{size.Seed}", $$"""
            .Space("fbnetv2-f", new { Scale = "mini" })
            {{lines}}
            .Objective(Maximize.Accuracy().Under(Macs(2e6)))
            .Budget(steps: {{size.Steps}})
            """, size.Epochs, size.Seed);
        return new()
        {
            ["steps"] = size.Steps,
            ["samples"] = run.Validated,
            ["seconds"] = run.Seconds,
            ["search_seconds"] = run.SearchSeconds,
            ["test_accuracy"] = run.Metric(MetricNames.TestAccuracy),
            ["macs"] = run.Metric(MetricNames.Macs),
        };
    }
}
