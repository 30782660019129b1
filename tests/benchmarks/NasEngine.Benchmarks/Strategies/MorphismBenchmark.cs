using System.Globalization;
using System.Text.Json;
using NasEngine.Contracts;

namespace NasEngine.Benchmarks.Strategies;

/// <summary>
/// How many epochs morphisms save: what a network of <c>morphism-fashion</c> reaches that was grown with its parents' weights, and how long
/// the same network trains from scratch until it reaches as much. <c>--seeds 7,11</c> names the seeds. What was finished stays in
/// <c>artifacts/bench-morphism</c>: a second start goes on.
/// </summary>
public sealed class MorphismBenchmark : IBenchmark
{
    private const string Recipe = "morphism-fashion";

    /// <summary>Of a child of a round; the first network has twice as many.</summary>
    private const double RoundEpochs = 0.5;

    private static readonly double[] Scratch = [0.5, 1, 2, 3.5, 5];

    private static readonly string Folder = Path.Combine(BenchmarkFiles.Root, "artifacts", "bench-morphism");

    /// <inheritdoc/>
    public string Name => "morphism";

    /// <inheritdoc/>
    public string Summary => "What networks that grew are worth against the same ones trained from scratch.";

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkOption> Options => [BenchmarkOption.Seeds("7,11,13")];

    /// <inheritdoc/>
    public BenchmarkReport Run(BenchmarkArguments args)
    {
        var seeds = args.List("--seeds");
        return new BenchmarkReport(
            Name,
            $"Winners of scripts/{Recipe}.csx on Fashion-MNIST, each trained by its ancestors for an epoch and for half an epoch of every "
            + "round since, itself for half an epoch; and the same networks trained from scratch by the search's own recipe. Test accuracy.",
            [.. seeds.SelectMany(Rows)]);
    }

    private static IEnumerable<IReadOnlyDictionary<string, object>> Rows(string seed)
    {
        var workspace = Path.Combine(Folder, seed);
        var recipe = Path.Combine(BenchmarkFiles.Root, "scripts", Recipe + ".csx");
        yield return Row(seed, "grown", RoundEpochs, TestAccuracy(
            Json("run", recipe, "--workspace", workspace, "--set", $"seed={seed}", "--json").GetProperty("best")));
        foreach (var epochs in Scratch)
        {
            var given = epochs.ToString(CultureInfo.InvariantCulture);
            yield return Row(
                seed, "from scratch", epochs,
                TestAccuracy(Json("retrain", $"{Recipe}-{seed}", "--epochs", given, "--workspace", workspace, "--json")));
        }
    }

    private static JsonElement Json(params string[] command) => JsonDocument.Parse(NasCommand.LastLine(command)).RootElement;

    private static double TestAccuracy(JsonElement network) => network.GetProperty("metrics").GetProperty(MetricNames.TestAccuracy).GetDouble();

    private static Dictionary<string, object> Row(string seed, string weights, double epochs, double accuracy) => new()
    {
        ["seed"] = seed,
        ["weights"] = weights,
        ["epochs of its own"] = epochs,
        ["test accuracy"] = accuracy,
    };
}
