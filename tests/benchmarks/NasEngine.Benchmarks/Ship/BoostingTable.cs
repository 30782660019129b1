using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NasEngine.Contracts;

namespace NasEngine.Benchmarks.Ship;

/// <summary>Networks found for tables, beside gradient boosting on the same rows.</summary>
internal sealed class BoostingTable : IBenchmarkTable
{
    private const string Boosting = "gradient boosting, %";
    private const string Network = "network, %";
    private static readonly string Folder = Path.Combine(BenchmarkFiles.Root, "artifacts", "bench-ship", "tables");

    /// <inheritdoc/>
    public string Name => "table";

    /// <inheritdoc/>
    public string Summary => "Test accuracy on tables of scikit-learn, a quarter of whose rows is the test, drawn by the seed with its share of each class: multi-layer perceptrons found and trained by the settings of scripts/your-table.csx (16 networks, 30 epochs), beside HistGradientBoostingClassifier of Debian's python3-sklearn as it comes. Means and standard deviations (n − 1) are over the seeds.";

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkOption> Options =>
    [
        new("--data", "tables of scikit-learn, separated by commas", "wine,breast_cancer,digits"),
        new("--seeds", "number of splits", "3"),
    ];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(BenchmarkArguments args) =>
        from name in args.List("--data")
        from seed in Enumerable.Range(1, args.Number("--seeds"))
        select new BenchmarkCase($"{name} {seed}", () => Measure(name, seed));

    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyDictionary<string, object>> Finish(IReadOnlyList<IReadOnlyDictionary<string, object>> rows) =>
    [
        .. rows,
        .. rows.GroupBy(row => (string)row["data"]).SelectMany(group => new[] { "mean", "deviation" }.Select(what => new Dictionary<string, object>
        {
            ["data"] = group.Key,
            ["seed"] = what,
            [Network] = Of(what, group.Select(row => Convert.ToDouble(row[Network], CultureInfo.InvariantCulture))),
            [Boosting] = Of(what, group.Select(row => Convert.ToDouble(row[Boosting], CultureInfo.InvariantCulture))),
        })),
    ];

    private static double Of(string what, IEnumerable<double> values)
    {
        var all = values.ToArray();
        return what == "mean" ? all.Average()
            : Math.Sqrt(all.Sum(value => Math.Pow(value - all.Average(), 2)) / Math.Max(1, all.Length - 1));
    }

    private static Dictionary<string, object> Measure(string name, int seed)
    {
        Directory.CreateDirectory(Folder);
        var table = Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{name}-{seed}.csv"));
        var said = Boosted(name, seed, table).Split(' ');
        var recipe = Path.Combine(Folder, "search.csx");
        File.WriteAllText(recipe, Recipe);
        using var result = JsonDocument.Parse(NasCommand.LastLine(
            "run", recipe, "--workspace", Path.ChangeExtension(table, null), "--json", "--set", $"table={table}", "--set", $"features={said[0]}",
            "--set", $"classes={said[1]}", "--set", string.Create(CultureInfo.InvariantCulture, $"seed={seed}")));
        return new()
        {
            ["data"] = name,
            ["seed"] = seed,
            [Network] = 100 * result.RootElement.GetProperty("best").GetProperty("metrics").GetProperty(MetricNames.TestAccuracy).GetDouble(),
            [Boosting] = 100 * double.Parse(said[2], CultureInfo.InvariantCulture),
        };
    }

    /// <exception cref="InputException">There is no scikit-learn.</exception>
    private static string Boosted(string name, int seed, string table)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Ship", "boosting.py");
        using var process = Process.Start(new ProcessStartInfo(
            "/usr/bin/python3", [script, name, seed.ToString(CultureInfo.InvariantCulture), table]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Trim() : throw new InputException(
            "/usr/bin/python3 with scikit-learn is needed for this table, not for the program: apt-get install python3-sklearn");
    }

    private const string Recipe = """
        var table = Parameter("table", "table.csv", "the table");
        var features = Parameter("features", 2, "features", min: 1);
        var classes = Parameter("classes", 2, "classes", min: 2);
        var seed = Parameter("seed", 1, "where all random numbers come from", min: 0);
        var how = new { Epochs = 30, BatchSize = 32, HeldOut = 0.2, LearningRate = 0.05 };
        var result = await Search("table")
            .Data(Data.Csv(table, "target", new { Split = "part" }))
            .Space("mlp", new { InputChannels = features, InputSize = 1, Classes = classes, Depth = 3, Widths = "16,32,64" })
            .Strategy("random", new { Unique = true })
            .Training(how)
            .Objective(Minimize.Loss())
            .Budget(trials: 16)
            .Final(30, options: how)
            .Seed(seed)
            .RunAsync();
        """;
}
