using System.Text.Json;
using NasEngine.Contracts;

namespace NasEngine.Benchmarks.Strategies;

/// <summary>
/// How many epochs races save at an equal result: random cells of NAS-Bench-201, all trained to the end, and the same kind of cells raced by
/// successive halving, ASHA and Hyperband. The winners are trained alike. <c>--seeds 7,11</c> names the seeds. What was finished stays in
/// <c>artifacts/bench-halving</c>: a second start goes on.
/// </summary>
public sealed class HalvingBenchmark : IBenchmark
{
    private const int Candidates = 24;
    private const double MaxEpochs = 1.8;

    /// <summary>Of a race: 24 cells for a fifth of an epoch, 8 of them up to three fifths, 2 of them up to the end.</summary>
    private const double RacedEpochs = 10.4;

    private const string Rungs = "MinEpochs = 0.2, MaxEpochs = 1.8";

    private static readonly string Folder = Path.Combine(BenchmarkFiles.Root, "artifacts", "bench-halving");

    private static readonly (string Method, double Epochs, string Lines)[] Methods =
    [
        ("all trained to the end", Candidates * MaxEpochs, $$"""
            .Strategy("random", new { Unique = true, Feasible = true }).Budget(trials: {{Candidates}})
            .Training(new { Epochs = 1.8, HeldOut = 0.1 })
            """),
        ("as many epochs, fewer cells", RacedEpochs, $$"""
            .Strategy("random", new { Unique = true, Feasible = true }).Budget(trials: {{Math.Round(RacedEpochs / MaxEpochs)}})
            .Training(new { Epochs = 1.8, HeldOut = 0.1 })
            """),
        ("successive-halving", RacedEpochs, Race($$"""successive-halving", new { Candidates = {{Candidates}}, {{Rungs}} }""")),
        ("asha", RacedEpochs, Race($$"""asha", new { {{Rungs}} }""")),
        ("hyperband", RacedEpochs, Race($$"""hyperband", new { {{Rungs}} }""")),
    ];

    /// <inheritdoc/>
    public string Name => "halving";

    /// <inheritdoc/>
    public string Summary => "How many epochs races save at an equal result.";

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkOption> Options => [BenchmarkOption.Seeds("7,11,13,17,19")];

    /// <inheritdoc/>
    public BenchmarkReport Run(BenchmarkArguments args)
    {
        string[] seeds = args.List("--seeds");
        return new BenchmarkReport(
            Name,
            $"{Candidates} random cells of NAS-Bench-201 on Fashion-MNIST, each trained for 1.8 epochs, and races of such cells over "
            + "10.4 epochs in all, where those that go on are trained on from their own weights. The winner of each is trained from scratch "
            + "for two epochs: its test accuracy.",
            [.. Methods.SelectMany(method => Rows(method, seeds))]);
    }

    private static string Race(string strategy) => $$"""
        .Strategy("{{strategy}}, Part("random", new { Unique = true, Feasible = true })).Budget(epochs: {{RacedEpochs}})
        .Training(new { HeldOut = 0.1 })
        """;

    private static IEnumerable<IReadOnlyDictionary<string, object>> Rows((string Method, double Epochs, string Lines) method, string[] seeds)
    {
        var accuracies = seeds.Select(seed => Accuracy(method.Method, method.Lines, seed)).ToArray();
        return seeds.Zip(accuracies, (seed, accuracy) => Row(method, seed, accuracy)).Append(Row(method, "mean", accuracies.Average()));
    }

    private static IReadOnlyDictionary<string, object> Row((string Method, double Epochs, string Lines) method, string seed, double accuracy) =>
        new Dictionary<string, object>
        {
            ["method"] = method.Method,
            ["seed"] = seed,
            ["epochs"] = method.Epochs,
            ["epochs saved"] = 1 - (method.Epochs / (Candidates * MaxEpochs)),
            ["test accuracy"] = accuracy,
        };

    private static double Accuracy(string method, string lines, string seed)
    {
        var workspace = Path.Combine(Folder, $"{method.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal)}-{seed}");
        Directory.CreateDirectory(workspace);
        var recipe = Path.Combine(workspace, "search.csx");
        File.WriteAllText(recipe, $$"""
            var result = await Search("cells").Data(Data.FashionMnist())
            .Space("nasbench201", new { Scale = "mini", Channels = 8, Cells = 1 })
            {{lines}}
            .Objective(Maximize.Accuracy().Under(Macs(4.5e6)).Require("macs", atLeast: 0.9 * 4.5e6))
            .Window(2).Final(epochs: 2).Seed({{seed}}).RunAsync();
            """);
        using var result = JsonDocument.Parse(NasCommand.LastLine("run", recipe, "--workspace", workspace, "--json"));
        var accuracy = result.RootElement.GetProperty("best").GetProperty("metrics").GetProperty(MetricNames.TestAccuracy).GetDouble();
        Console.Error.WriteLine($"{method}, seed {seed}: {accuracy}");
        return accuracy;
    }
}
