using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Benchmarks.Worth;

/// <summary>
/// Where winners stand among 20 random architectures at 80 to 100 % of the limit, trained by the same recipe: of the quickstart, and
/// of other methods at about the same compute. <c>--seeds 7,11</c> names the seeds, <c>--methods quickstart,random</c> the methods. What was
/// finished stays in <c>artifacts/bench-worth</c>: a second start goes on.
/// </summary>
public sealed class WorthBenchmark : IBenchmark
{
    private const string Quickstart = "quickstart";
    private const double Limit = 4.5e6;

    private static readonly string Folder = Path.Combine(BenchmarkFiles.Root, "artifacts", "bench-worth");

    /// <inheritdoc/>
    public string Name => "worth";

    /// <inheritdoc/>
    public string Summary => "Winners of several methods against random architectures, all trained alike.";

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkOption> Options =>
    [
        BenchmarkOption.Seeds("7,11,13,17,19"),
        new("--methods", "methods, separated by commas", string.Join(',', WorthRecipes.Others.Keys.Prepend(Quickstart))),
    ];

    /// <inheritdoc/>
    public BenchmarkReport Run(BenchmarkArguments args)
    {
        string[] seeds = args.List("--seeds");
        string[] methods = args.List("--methods");
        var winners = methods.SelectMany(method => seeds.Select(seed => Search(method, seed))).ToArray();
        var random = Random(seeds[0]);
        return new BenchmarkReport(
            Name,
            string.Create(CultureInfo.InvariantCulture, $"Test accuracy of winners on Fashion-MNIST against {random.Values.Length} random architectures with 80 to 100 % of 4.5 M multiply-adds, all trained by the quickstart's final recipe; random ones: mean {random.Mean:0.0000}, standard deviation {random.Deviation:0.0000}, best {random.Max:0.0000}. Percentile: share of them that the winner beats, with its 95 % interval (Wilson); gain in points against their mean, and against the best of them. Seconds are the program's own, of all searches of the recipe, finals included, with whatever else the machine did."),
            [.. winners.Select(winner => Row(winner, random)), .. methods.Select(method => Mean(method, [.. winners.Where(one => one.Method == method)], random))]);
    }

    private static Winner Search(string method, string seed)
    {
        var workspace = Workspace(method, seed);
        Directory.CreateDirectory(workspace);
        var recipe = Path.Combine(BenchmarkFiles.Root, "scripts", "quickstart.csx");
        if (method != Quickstart)
        {
            recipe = Path.Combine(workspace, "search.csx");
            File.WriteAllText(recipe, WorthRecipes.Others[method]);
        }

        using var result = JsonDocument.Parse(NasCommand.LastLine("run", recipe, "--workspace", workspace, "--set", $"seed={seed}", "--json"));
        var best = result.RootElement.GetProperty("best").GetProperty("metrics");
        var winner = new Winner(
            method,
            seed,
            best.GetProperty(MetricNames.TestAccuracy).GetDouble(),
            best.GetProperty(MetricNames.Macs).GetDouble(),
            result.RootElement.GetProperty("searches").EnumerateArray().Sum(search => search.GetProperty("seconds").GetDouble()));
        Console.Error.WriteLine(winner);
        return winner;
    }

    /// <summary>What the quickstart's random cells have, which are those that its worth is measured by.</summary>
    private static Contracts.Recipes.RandomSample Random(string seed)
    {
        Search(Quickstart, seed);
        using var worth = JsonDocument.Parse(NasCommand.LastLine("worth", Quickstart, "--workspace", Workspace(Quickstart, seed), "--json"));
        return Weighing.Sample(
            [.. worth.RootElement.GetProperty("random_architectures").GetProperty("values").EnumerateArray().Select(value => value.GetDouble())]);
    }

    private static Dictionary<string, object> Row(Winner winner, Contracts.Recipes.RandomSample random)
    {
        var standing = Weighing.Stand(winner.Accuracy, random, Direction.Maximize);
        return new()
        {
            ["method"] = winner.Method,
            ["seed"] = winner.Seed,
            ["test accuracy"] = winner.Accuracy,
            ["share of the limit"] = winner.Macs / Limit,
            ["percentile"] = 100 * standing.Share,
            ["interval"] = string.Create(CultureInfo.InvariantCulture, $"{100 * standing.Low:0} to {100 * standing.High:0}"),
            ["gain in points"] = 100 * standing.Gain,
            ["against the best"] = 100 * (winner.Accuracy - random.Max),
            ["seconds"] = winner.Seconds,
        };
    }

    private static Dictionary<string, object> Mean(string method, ImmutableArray<Winner> winners, Contracts.Recipes.RandomSample random)
    {
        var rows = winners.Select(winner => Row(winner, random)).ToArray();
        double Of(string column) => rows.Average(row => (double)row[column]);
        return new()
        {
            ["method"] = method,
            ["seed"] = "mean",
            ["test accuracy"] = Of("test accuracy"),
            ["share of the limit"] = Of("share of the limit"),
            ["percentile"] = Of("percentile"),
            ["interval"] = "",
            ["gain in points"] = Of("gain in points"),
            ["against the best"] = Of("against the best"),
            ["seconds"] = Of("seconds"),
        };
    }

    private static string Workspace(string method, string seed) => Path.Combine(Folder, $"{method}-{seed}");

    private sealed record Winner(string Method, string Seed, double Accuracy, double Macs, double Seconds);
}
