using System.Text.Json;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Spaces;

/// <summary><c>nas profile</c> as users run it.</summary>
public sealed class ProfileCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_profile_is_a_table_that_costs_of_architectures_and_limits_of_searches_are_taken_from()
    {
        var table = Path.Combine(_folder.Path, "here.json");

        var json = (await RunAsync("profile", "mlp", "--to", table, "--networks", "8", "--rounds", "2", "--json")).Succeeded().Json;

        json.GetProperty("networks").GetInt32().Should().Be(4);
        json.GetProperty("spearman").GetDouble().Should().BeInRange(-1, 1);
        using var written = JsonDocument.Parse(await File.ReadAllTextAsync(table));
        var times = written.RootElement.GetProperty("milliseconds").EnumerateObject().ToArray();
        times.Should().HaveCount(json.GetProperty("operations").GetInt32()).And.OnlyContain(time => time.Value.GetDouble() > 0);
        written.RootElement.GetProperty("device").GetString().Should().StartWith("cpu, ").And.EndWith(", one thread");
        (await RunAsync("space", "cost", "mlp", "relu|d1|w16|-|-|-", "--latency", table)).Succeeded().Output.Should().MatchRegex("ms predicted from the table, whose predictions of whole networks were [0-9.]+ ms off on average");
        var recipe = Path.Combine(_folder.Path, "fast.csx");
        await File.WriteAllTextAsync(recipe, $"""
            await Search("fast").Space("mlp").Strategy("random").Costs("latency-table", new [[ Table = "{table}" ]])
                .Objective(Maximize.Accuracy().Under(Milliseconds(1e-9))).Budget(trials: 2).Data(Data.FashionMnist()).RunAsync();
            """.Replace("[[", "{").Replace("]]", "}"));
        var refused = await RunAsync("run", recipe);
        refused.ExitCode.Should().Be(2);
        refused.Error.Should().Contain("Search 'fast' wants latency_ms of at most 1E-09, which no architecture of space 'mlp' has; they have ");
    }

    [Fact]
    public async Task A_search_measures_what_it_meets_keeps_it_and_goes_on_with_it_and_not_without()
    {
        CellTable.Write(_folder);
        var recipe = _folder.Write("filled.csx", """
            var trials = Parameter("trials", 3, "budget");
            await Search("filled").Space("nasbench201").Strategy("random").Estimator("table", new { Table = "table.csv" })
                .Costs("latency-table", new { Fill = true }).Budget(trials: trials).RunAsync();
            """);

        var run = (await RunAsync("run", recipe, "--workspace", "w")).Succeeded();

        run.Error.Should().Contain("What is measured for costs is kept in '");
        run.Output.Should().MatchRegex("[0-9]+ more operations of space 'nasbench201' measured on cpu, ");
        run.Output.Should().Contain("20 whole networks of space 'nasbench201' measured on cpu, ");
        var file = Directory.GetFiles(_folder.Of("w/measured"), "latency-table*").Should().ContainSingle().Subject;
        var before = await TimesAsync(file);
        (await RunAsync("run", recipe, "--workspace", "w", "--set", "trials=6")).Succeeded();
        (await TimesAsync(file)).Should().Contain(before);
        (await RunAsync("profile", "export", file, "--to", "theirs.json")).Succeeded().Output.Should().Contain(" times of cpu, ");
        File.Delete(file);
        var refused = await RunAsync("run", recipe, "--workspace", "w", "--set", "trials=9");
        refused.ExitCode.Should().Be(2);
        refused.Error.Should().Contain($"Search 'filled' goes by what it measured where it began, and '{Path.GetRelativePath(_folder.Path, file)}' is not there");
    }

    [Fact]
    public async Task Latencies_for_another_machine_are_not_measured_on_this_one()
    {
        CellTable.Write(_folder);
        _folder.Write("edge.csx", """
            await Search("edge").Space("nasbench201").Strategy("random").Estimator("table", new { Table = "table.csv" })
                .Costs("latency-table", new { Fill = true }).On(latency: "edge").Budget(trials: 3).RunAsync();
            """);

        (await RunAsync("run", "edge.csx")).ShouldRefuse(
            "The latencies of search 'edge' are for a machine with 'edge', and its costs are measured on this one: have a table made there (nas profile SPACE");
        Directory.Exists(_folder.Of("nas")).Should().BeFalse();
    }

    [Fact]
    public async Task A_table_of_another_device_comes_in_and_goes_out_with_the_same_times()
    {
        var (theirs, ours, again) = (Path.Combine(_folder.Path, "theirs.json"), Path.Combine(_folder.Path, "ours.json"), Path.Combine(_folder.Path, "again.json"));
        const string published = """{"base":0.5,"block_112":{"48":1.25,"96":2.5},"head":0.125}""";
        await File.WriteAllTextAsync(theirs, published);

        var imported = (await RunAsync("profile", "import", theirs, "--format", "tfnas", "--name", "phone", "--to", ours, "--json")).Succeeded().Json;
        imported.GetProperty("operations").GetInt32().Should().Be(4);
        using (var own = JsonDocument.Parse(await File.ReadAllTextAsync(ours)))
        {
            own.RootElement.GetProperty("device").GetString().Should().Be("phone");
            own.RootElement.GetProperty("milliseconds").GetProperty("block_112/96").GetDouble().Should().Be(2.5);
        }

        (await RunAsync("profile", "export", ours, "--to", again)).Succeeded().Output.Should().Contain("4 times of phone: ");
        using var exported = JsonDocument.Parse(await File.ReadAllTextAsync(again));
        using var expected = JsonDocument.Parse(published);
        JsonElement.DeepEquals(exported.RootElement, expected.RootElement).Should().BeTrue();

        var refused = await RunAsync("profile", "import", ours, "--format", "tfnas", "--to", again);
        refused.ExitCode.Should().Be(2);
        refused.Error.Should().Contain("is a table of the format 'nas', and '--format tfnas' was given; leave it out.");
    }

    [Theory]
    [InlineData("profile import gone.json --to here.json", "gone.json")]
    [InlineData("profile import gone.json", "needs --to")]
    [InlineData("profile export gone.json --format onnx --to here.json", "onnx")]
    [InlineData("profile mlp", "'nas profile' needs --to")]
    [InlineData("profile mlp --to gone/here.json", "The folder '", "gone' of '--to here.json' does not exist")]
    [InlineData("profile mlp --to here.json --networks 3", "'3' of --networks must be a whole number from 4 to 10000.")]
    [InlineData("profile mlp --to here.json --rounds 0", "'0' of --rounds must be a whole number from 1 to 10000.")]
    [InlineData("profile mlp --to here.json --device tpu", "Unknown device 'tpu'")]
    [InlineData("profile mlpp --to here.json", "Unknown space 'mlpp'")]
    public async Task What_cannot_be_is_said_in_a_sentence_and_leaves_no_file(string arguments, params string[] said)
    {
        var result = await RunAsync(arguments.Split(' '));

        result.ExitCode.Should().Be(2);
        result.Error.Should().ContainAll(said);
        Directory.EnumerateFileSystemEntries(_folder.Path).Should().BeEmpty();
    }

    private static async Task<Dictionary<string, double>> TimesAsync(string file)
    {
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        return json.RootElement.GetProperty("milliseconds").EnumerateObject().ToDictionary(time => time.Name, time => time.Value.GetDouble());
    }

    private Task<ProgramResult> RunAsync(params string[] arguments) => NasProgram.RunAsync(_folder.Path, arguments);
}
