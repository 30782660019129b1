using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>FP-NAS's adaptive numbers of samples against PARSEC's fixed ones, on Fashion-MNIST.</summary>
internal sealed class SamplingTable() : RecipeTable(steps: 600, epochs: 2)
{
    private const string Fixed = "parsec, K = 14";

    private static readonly (string Method, string Strategy)[] Strategies =
    [
        (Fixed, """.Strategy("parsec", new { Samples = 14 })"""),
        ("parsec, K = 8", """.Strategy("parsec", new { Samples = 8 })"""),
        ("parsec, K = 6", """.Strategy("parsec", new { Samples = 6 })"""),
        ("parsec, K = 4", """.Strategy("parsec", new { Samples = 4 })"""),
        ("fp-nas, coarse to fine", """.Strategy("fp-nas", new { Lambda = 0.44 })"""),
        ("fp-nas, joint", """.Strategy("fp-nas", new { Lambda = 0.44, SwitchToJointAt = 0.0 })"""),
        ("fp-nas, factorised", """.Strategy("fp-nas", new { Lambda = 0.44, SwitchToJointAt = 1.0 })"""),
    ];

    /// <inheritdoc/>
    public override string Name => "sampling";

    /// <inheritdoc/>
    public override string Summary =>
        "FP-NAS against PARSEC with fixed numbers of samples at the same number of steps, on Fashion-MNIST, space fbnetv2-f at mini scale, "
        + "under 3 M multiply-adds. λ = 0.44 makes 14 samples at the start, as λ = ¼ does in the paper's space. Samples are validated paths, "
        + "as many are trained; seconds are those of all processors, final training included; fewer_samples and faster stand against K = 14 "
        + "with the same seed; entropies in nats at the start, after each quarter and at the end; test_accuracy is that of the winner "
        + "trained from scratch.";

    /// <inheritdoc/>
    public override IReadOnlyList<IReadOnlyDictionary<string, object>> Finish(IReadOnlyList<IReadOnlyDictionary<string, object>> rows) =>
        Against(Fixed, rows, (row, rival) => new()
        {
            ["fewer_samples"] = 1 - (Number(row["samples"]) / Number(rival["samples"])),
            ["faster"] = Number(rival["seconds"]) / Number(row["seconds"]),
        });

    /// <inheritdoc/>
    protected override IEnumerable<RecipeMethod> Methods(BenchmarkArguments args) =>
        Strategies.Select(one => new RecipeMethod(one.Method, size => Row(one.Strategy, size)));

    private static Dictionary<string, object> Row(string strategy, RecipeSize size)
    {
        var run = RecipeRun.Of($"sampling-{size.Seed}", $$"""
            .Space("fbnetv2-f", new { Scale = "mini" })
            {{strategy}}
            .Training(new { BatchSize = 96, LearningRate = 0.3, Schedule = "one-cycle" })
            .Objective(Maximize.Accuracy().Under(Macs(3e6)))
            .Budget(steps: {{size.Steps}})
            """, size.Epochs, size.Seed);
        var row = new Dictionary<string, object>
        {
            ["steps"] = size.Steps,
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
}
