using System.Globalization;
using System.Text.Json;
using NasEngine.Contracts;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>What a recipe found, run from the start by the program itself.</summary>
/// <param name="Result">What <c>nas run --json</c> ends with.</param>
/// <param name="Search">What <c>nas show --json</c> says.</param>
/// <param name="Seconds">Processor seconds of the program and its workers, final training included.</param>
/// <param name="Folder">Its workspace.</param>
internal sealed record RecipeRun(JsonElement Result, JsonElement Search, double Seconds, string Folder)
{
    private const string Name = "oneshot";

    /// <summary>The winner as text.</summary>
    public string Architecture => Result.GetProperty("best").GetProperty("architecture").GetString()!;

    /// <summary>A metric of the winner.</summary>
    public double Metric(string name) => Result.GetProperty("best").GetProperty("metrics").GetProperty(name).GetDouble();

    /// <summary>Routes that steps measured for the architecture's sake.</summary>
    public long Validated => Search.GetProperty("trials").EnumerateArray().Sum(Routes);

    /// <summary>Seconds from the start of the search to the result of its last step, without final training.</summary>
    public double SearchSeconds
    {
        get
        {
            var times = Search.GetProperty("times");
            var last = times.GetProperty("trials").EnumerateArray().Max(time => time.GetDateTimeOffset());
            return (last - times.GetProperty("created").GetDateTimeOffset()).TotalSeconds;
        }
    }

    /// <summary>Seconds of the clock that the search and its final training took, as the program tells them.</summary>
    public double ClockSeconds => Result.GetProperty("searches").EnumerateArray().Sum(search => search.GetProperty("seconds").GetDouble());

    /// <summary>A number of the strategy's status after a share of the search, from 0 to 1; NaN where it says none.</summary>
    public double Status(string name, double share)
    {
        var told = Told(status => status.TryGetProperty(name, out _));
        return told.Length == 0 ? double.NaN : After(share, told).GetProperty(name).GetDouble();
    }

    /// <summary>The numbers of the strategy's status after a share of the search, from 0 to 1, whose names begin so.</summary>
    public IEnumerable<double> Statuses(string prefix, double share) => After(share, Told(_ => true)).EnumerateObject()
        .Where(one => one.Name.StartsWith(prefix, StringComparison.Ordinal)).Select(one => one.Value.GetDouble());

    /// <summary>A metric of every finalist, by its architecture.</summary>
    public IReadOnlyDictionary<string, double> Finalists(string metric) => Search.GetProperty("finalists").EnumerateArray().ToDictionary(
        one => one.GetProperty("architecture").GetString()!, one => one.GetProperty("metrics").GetProperty(metric).GetDouble());

    /// <summary>What <c>nas worth --json</c> says of it; what was trained for it before is not trained again.</summary>
    public JsonElement Worth() => Nas("worth", Name, "--workspace", Folder, "--json");

    /// <summary>Runs the search that a recipe's lines describe, on Fashion-MNIST; what an interrupted run left is thrown away.</summary>
    /// <param name="key">Of the folder that it is run in.</param>
    /// <param name="lines">Space, strategy, training, objective and budget.</param>
    /// <param name="epochs">Of the final training.</param>
    /// <param name="seed">Its seed.</param>
    public static RecipeRun Of(string key, string lines, double epochs, int seed) =>
        Of(key, lines, Final(epochs), seed);

    /// <summary>As <see cref="Of(string, string, double, int)"/>, with all that <c>.Final</c> says.</summary>
    public static RecipeRun Of(string key, string lines, string final, int seed)
    {
        if (Directory.Exists(FolderOf(key)))
        {
            Directory.Delete(FolderOf(key), recursive: true);
        }

        return OnceOf(key, lines, final, seed);
    }

    /// <summary>
    /// As <see cref="Of(string, string, double, int)"/>, but what an earlier run in the folder found is found again at once.
    /// </summary>
    public static RecipeRun OnceOf(string key, string lines, double epochs, int seed) => OnceOf(key, lines, Final(epochs), seed);

    /// <summary>
    /// As <see cref="Of(string, string, string, int)"/>, but what an earlier run in the folder found is found again at once; its seconds are
    /// those of this run alone.
    /// </summary>
    public static RecipeRun OnceOf(string key, string lines, string final, int seed)
    {
        var folder = FolderOf(key);
        Directory.CreateDirectory(folder);
        var recipe = Path.Combine(folder, "search.csx");
        File.WriteAllText(recipe, string.Create(CultureInfo.InvariantCulture, $"""
            var result = await Search("{Name}")
                .Data(Data.FashionMnist())
                {lines}
                .Final({final})
                .Seed({seed})
                .RunAsync();
            result.Print();
            """));
        var before = ProcessorTime.OfChildren();
        var result = Nas("run", recipe, "--workspace", folder, "--json");
        var seconds = ProcessorTime.OfChildren() - before;
        return new RecipeRun(result, Nas("show", Name, "--workspace", folder, "--json"), seconds, folder);
    }

    private static string Final(double epochs) => string.Create(CultureInfo.InvariantCulture, $"epochs: {epochs:0.0###}");

    private static string FolderOf(string key) => Path.Combine(BenchmarkFiles.Root, "artifacts", "bench-oneshot", key);

    private static JsonElement After(double share, JsonElement[] told) => told[(int)Math.Round(share * (told.Length - 1))];

    /// <summary>Those of a step; the second order of DARTS measures the routes that it trains.</summary>
    private static long Routes(JsonElement trial) =>
        !trial.TryGetProperty("validate", out var validated) ? 1
        : validated.GetArrayLength() is > 0 and var count ? count
        : trial.GetProperty("metrics").TryGetProperty(MetricNames.ValidationLoss, out _) ? trial.GetProperty("train").GetArrayLength() : 0;

    private JsonElement[] Told(Func<JsonElement, bool> of) =>
    [
        .. Search.GetProperty("trials").EnumerateArray().Where(trial => trial.TryGetProperty("status", out var status) && of(status))
            .Select(trial => trial.GetProperty("status")),
    ];

    private static JsonElement Nas(params string[] args) => JsonDocument.Parse(NasCommand.LastLine(args)).RootElement;
}
