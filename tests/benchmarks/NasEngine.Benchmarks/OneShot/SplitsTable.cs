using System.Globalization;
using System.Text.RegularExpressions;
using NasEngine.Contracts;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>What it is worth to search for the splits of attention, against the same number of them everywhere.</summary>
internal sealed partial class SplitsTable : IBenchmarkTable
{
    /// <inheritdoc/>
    public string Name => "splits";

    /// <inheritdoc/>
    public string Summary =>
        "FP-NAS over F and over F++, whose attention may have 1, 2 or 4 splits, on Fashion-MNIST at mini scale under 3 M multiply-adds, and F's "
        + "winner with 2 and with 4 splits in every block whose attention it has, which may take it over the limit. All are trained from scratch by "
        + "the same final training. splits are those of the blocks, 0 where one has no attention; samples are validated paths of the network's search; "
        + "seconds are those of all processors, search and final training, for the uniform ones the training alone; test_accuracy is that "
        + "after the final training.";

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
        (string Method, Func<int, IReadOnlyDictionary<string, object>> Row)[] methods =
        [
            ("F", seed => Searched("F", "fbnetv2-f", steps, epochs, seed)),
            ("F++", seed => Searched("F++", "fbnetv2-f-plus", steps, epochs, seed)),
            ("F, 2 splits", seed => Uniform("F, 2 splits", 2, steps, epochs, seed)),
            ("F, 4 splits", seed => Uniform("F, 4 splits", 4, steps, epochs, seed)),
        ];
        return
            from seed in args.Numbers("--seeds")
            from method in methods
            select new BenchmarkCase(
                string.Create(CultureInfo.InvariantCulture, $"{method.Method} {seed} {steps} {epochs}"), () => method.Row(seed));
    }

    private static Dictionary<string, object> Searched(string method, string space, int steps, double epochs, int seed)
    {
        var run = RecipeRun.Of(Key(space, steps, epochs, seed), Search(space, steps), Final(epochs), seed);
        return Row(method, seed, run.Architecture, run.Validated, run);
    }

    /// <summary>F's winner is there where its row was measured before; otherwise it is searched again.</summary>
    private static Dictionary<string, object> Uniform(string method, int splits, int steps, double epochs, int seed)
    {
        const string Space = "fbnetv2-f";
        var found = RecipeRun.OnceOf(Key(Space, steps, epochs, seed), Search(Space, steps), Final(epochs), seed);
        var network = Attention().Replace(found.Architecture, string.Create(CultureInfo.InvariantCulture, $"_s{splits}"));
        var run = RecipeRun.Of($"splits-uniform-{splits}-{seed}", $$"""
            .Space("fbnetv2-f-plus", new { Scale = "mini" })
            .Strategy("train-once", new { Architectures = "{{network}}" })
            .Training(new { Epochs = 0.01, HeldOut = 0.1 })
            .Objective(Maximize.Accuracy())
            .Budget(trials: 1)
            """, Final(epochs), seed);
        return Row(method, seed, network, found.Validated, run);
    }

    private static string Key(string space, int steps, double epochs, int seed) =>
        string.Create(CultureInfo.InvariantCulture, $"splits-{space}-{steps}-{epochs}-{seed}");

    private static string Search(string space, int steps) => $$"""
        .Space("{{space}}", new { Scale = "mini" })
        .Strategy("fp-nas", new { Lambda = 0.44 })
        .Training(new { BatchSize = 96, LearningRate = 0.3, Schedule = "one-cycle" })
        .Objective(Maximize.Accuracy().Under(Macs(3e6)))
        .Budget(steps: {{steps}})
        """;

    private static string Final(double epochs) => string.Create(CultureInfo.InvariantCulture, $"epochs: {epochs:0.0###}");

    private static Dictionary<string, object> Row(string method, int seed, string network, long samples, RecipeRun run) => new()
    {
        ["method"] = method,
        ["seed"] = seed,
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
