using System.Globalization;
using System.Text.RegularExpressions;
using NasEngine.Contracts;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>What it is worth to search for the splits of attention, against the same number of them everywhere.</summary>
internal sealed partial class SplitsTable() : RecipeTable(steps: 600, epochs: 2)
{
    /// <inheritdoc/>
    public override string Name => "splits";

    /// <inheritdoc/>
    public override string Summary =>
        "FP-NAS over F and over F++, whose attention may have 1, 2 or 4 splits, on Fashion-MNIST at mini scale under 3 M multiply-adds, and F's "
        + "winner with 2 and with 4 splits in every block whose attention it has, which may take it over the limit. All are trained from scratch by "
        + "the same final training. splits are those of the blocks, 0 where one has no attention; samples are validated paths of the network's search; "
        + "seconds are those of all processors, search and final training, for the uniform ones the training alone; test_accuracy is that "
        + "after the final training.";

    /// <inheritdoc/>
    protected override IEnumerable<RecipeMethod> Methods(BenchmarkArguments args) =>
    [
        new RecipeMethod("F", size => Searched("fbnetv2-f", size)),
        new RecipeMethod("F++", size => Searched("fbnetv2-f-plus", size)),
        new RecipeMethod("F, 2 splits", size => Uniform(2, size)),
        new RecipeMethod("F, 4 splits", size => Uniform(4, size)),
    ];

    private static Dictionary<string, object> Searched(string space, RecipeSize size)
    {
        var run = RecipeRun.Of(Key(space, size), Search(space, size.Steps), Final(size.Epochs), size.Seed);
        return Row(run.Architecture, run.Validated, run);
    }

    /// <summary>F's winner is there where its row was measured before; otherwise it is searched again.</summary>
    private static Dictionary<string, object> Uniform(int splits, RecipeSize size)
    {
        const string Space = "fbnetv2-f";
        var found = RecipeRun.OnceOf(Key(Space, size), Search(Space, size.Steps), Final(size.Epochs), size.Seed);
        var network = Attention().Replace(found.Architecture, string.Create(CultureInfo.InvariantCulture, $"_s{splits}"));
        var run = RecipeRun.Of($"splits-uniform-{splits}-{size.Seed}", $$"""
            .Space("fbnetv2-f-plus", new { Scale = "mini" })
            .Strategy("train-once", new { Architectures = "{{network}}" })
            .Training(new { Epochs = 0.01, HeldOut = 0.1 })
            .Objective(Maximize.Accuracy())
            .Budget(trials: 1)
            """, Final(size.Epochs), size.Seed);
        return Row(network, found.Validated, run);
    }

    private static string Key(string space, RecipeSize size) =>
        string.Create(CultureInfo.InvariantCulture, $"splits-{space}-{size.Steps}-{size.Epochs}-{size.Seed}");

    private static string Search(string space, int steps) => $$"""
        .Space("{{space}}", new { Scale = "mini" })
        .Strategy("fp-nas", new { Lambda = 0.44 })
        .Training(new { BatchSize = 96, LearningRate = 0.3, Schedule = "one-cycle" })
        .Objective(Maximize.Accuracy().Under(Macs(3e6)))
        .Budget(steps: {{steps}})
        """;

    private static string Final(double epochs) => string.Create(CultureInfo.InvariantCulture, $"epochs: {epochs:0.0###}");

    private static Dictionary<string, object> Row(string network, long samples, RecipeRun run) => new()
    {
        ["splits"] = string.Join(' ', Splits().Matches(network).Select(match => match.Groups[1].Value)),
        ["samples"] = samples,
        ["seconds"] = run.Seconds,
        ["test_accuracy"] = run.Metric(MetricNames.TestAccuracy),
        ["macs"] = run.Metric(MetricNames.Macs),
    };

    [GeneratedRegex("_s1(?![0-9])")]
    private static partial Regex Attention();

    [GeneratedRegex("_s([0-9]+)")]
    private static partial Regex Splits();
}
