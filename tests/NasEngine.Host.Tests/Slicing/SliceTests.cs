using System.Text.Json;
using NasEngine.Contracts;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Slicing;

/// <summary>A supernet is trained once, and networks under other limits are taken out of it.</summary>
public sealed class SliceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Slices_have_the_weights_of_the_search_keep_to_the_limit_that_is_asked_and_are_shipped()
    {
        await TrainAsync();

        var same = await SliceAsync("macs=1.5e6");
        var smaller = await SliceAsync("macs=6e5");
        var again = await SliceAsync("macs=6e5");
        var elsewhere = await RunAsync("slice", "once", "--under", "macs=7e5", "--data", "data", "--threads-per-worker", "1", "--json");

        Trials(await RunAsync("show", same, "--json")).Should().Equal(Trials(await RunAsync("show", "once", "--json")));
        Trials(await RunAsync("show", smaller, "--json")).Should().HaveCount(4).And.NotEqual(Trials(await RunAsync("show", "once", "--json")));
        (await RunAsync("best", smaller, "--json")).Json.GetProperty("architectures").EnumerateArray().Should().OnlyContain(
            one => one.GetProperty("metrics").GetProperty(MetricNames.Macs).GetDouble() <= 6e5);
        again.Should().Be(smaller);
        elsewhere.Succeeded().Json.GetProperty("search").GetString().Should().Be("once.under-macs700000");
        (await RunAsync("export", smaller, "--to", "small.onnx")).Output.Should().Contain("all answers the same (test images)");
    }

    [Fact]
    public async Task A_recipe_takes_them_and_the_command_finds_what_it_took()
    {
        await TrainAsync();
        _folder.Write("recipe.csx", File.ReadAllText(_folder.Of("recipe.csx")).Replace("await Search", "var result = await Search") + """
            var small = await result.SliceAsync(Macs(6e5));
            Print($"{small.Name} {small.Best.Metrics["macs"] <= 6e5} {small.Trials.Count}");
            await small.Best.ExportOnnxAsync("small.onnx");
            """);

        (await RunAsync("run", "recipe.csx", "--data", "data")).Succeeded().Output.Should().Contain("once.under-macs600000 True 4");

        File.Exists(_folder.Of("small.onnx")).Should().BeTrue();
        (await SliceAsync("macs=6e5")).Should().Be("once.under-macs600000");
        (await RunAsync("list", "--json")).Json.GetProperty("searches").GetArrayLength().Should().Be(2);
    }

    [Fact]
    public async Task A_device_is_aimed_at_by_its_table_of_latencies()
    {
        await TrainAsync();
        (await RunAsync("profile", "mobilenet-v2", "--set", "scale=mini", "--rounds", "1", "--networks", "20", "--to", "phone.json")).ExitCode
            .Should().Be(0);

        var run = await RunAsync("slice", "once", "--under", "latency_ms=1000", "--latencies", "phone.json", "--data", "data", "--json");

        run.Json.GetProperty("best").GetProperty("metrics").GetProperty("latency_ms").GetDouble().Should().BePositive();
        run.Json.GetProperty("search").GetString().Should().MatchRegex("^once.under-latency_ms1000-by-phone-[0-9a-f]{8}$");
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_leaves_nothing()
    {
        await TrainAsync();

        (await RefusalAsync("--under", "macs=5")).ShouldRefuse("wants macs of at most 5, which no architecture of space 'mobilenet-v2' has");
        (await RefusalAsync("--under", "latency_ms=5")).ShouldRefuse("predicts no latencies", "--latencies TABLE.json");
        (await RefusalAsync("--under", "macs=many")).ShouldRefuse("the limit is a number, as macs=1e6");
        (await RefusalAsync("--under", "macs=-1")).ShouldRefuse("The target of 'macs' is -1; it must be above 0.");
        (await RefusalAsync()).ShouldRefuse("needs --under <COST=VALUE>");
        TinyData.Write(_folder.Of("other"), train: 200);
        (await RunAsync("slice", "once", "--under", "macs=6e5", "--data", "other")).ShouldRefuse(
            "The data of search 'once' is not what it was when it trained its supernet",
            "slices are measured on what the supernet was trained on: bring it back.");
        Directory.Delete(_folder.Of("work/checkpoints/once"), recursive: true);
        (await RefusalAsync("--under", "macs=6e5")).ShouldRefuse("The checkpoints of search 'once' are not in the workspace any more");
        (await RunAsync("list", "--json")).Json.GetProperty("searches").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task A_supernet_that_was_trained_for_its_own_limits_alone_is_refused()
    {
        await TrainAsync("""single-path", new { Sampling = "feasible", Population = 4, Parents = 2, ValidationBatches = 1 }""", "epochs: 0.01");

        (await RefusalAsync("--under", "macs=6e5")).ShouldRefuse("Strategy 'single-path' trained the supernet of search 'once' for the limits of that");
        (await RunAsync("list", "--json")).Json.GetProperty("searches").GetArrayLength().Should().Be(1);
    }

    private async Task TrainAsync(
        string strategy = """big-nas", new { ValidationBatches = 1 }""", string final = "inherit: true")
    {
        TinyData.Write(_folder.Of("data"));
        _folder.Write("recipe.csx", $$"""
            await Search("once").Data(Data.FashionMnist()).Space("mobilenet-v2", new { Scale = "mini" })
                .Strategy("{{strategy}})
                .Training(new { BatchSize = 16, ValidationBatchSize = 20, LearningRate = 0.1, HeldOut = 0.2 })
                .Objective(Maximize.Accuracy().Under(Macs(1.5e6)))
                .Budget(steps: 3, trials: 4).Final({{final}}).Seed(1).RunAsync();
            """);
        (await RunAsync("run", "recipe.csx", "--data", "data", "--checkpoint-seconds", "0")).Succeeded();
    }

    private async Task<string> SliceAsync(string limit) =>
        (await RunAsync("slice", "once", "--under", limit, "--data", "data", "--json")).Succeeded().Json.GetProperty("search").GetString()!;

    private Task<ProgramResult> RefusalAsync(params string[] arguments) => RunAsync(["slice", "once", .. arguments, "--data", "data"]);

    private Task<ProgramResult> RunAsync(params string[] arguments) =>
        NasProgram.RunAsync(_folder.Path, [.. arguments, "--workspace", _folder.Of("work")]);

    /// <summary>Architectures and what was measured of them.</summary>
    private static IEnumerable<string> Trials(ProgramResult shown) => shown.Json.GetProperty("trials").EnumerateArray()
        .Where(trial => trial.TryGetProperty("architecture", out _))
        .Select(trial => $"{trial.GetProperty("architecture")} {Metric(trial, MetricNames.ValidationLoss)} {Metric(trial, MetricNames.ValidationAccuracy)}");

    private static double Metric(JsonElement trial, string name) => trial.GetProperty("metrics").GetProperty(name).GetDouble();
}
