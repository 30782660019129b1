using System.Text.Json;
using NasEngine.Faults;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Worth;

/// <summary>What a real search on a little data is worth: its winner beside random architectures trained as it was.</summary>
public sealed class WorthTests : IDisposable
{
    private static readonly string[] OneThread = ["--workers", "1", "--threads-per-worker", "1"];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_is_planned_measured_kept_and_shown()
    {
        await SearchAsync("one");

        var plan = (await WorthAsync("one", "--against", "4", "--plan", "--json")).Succeeded().Json;
        plan.GetProperty("trainings").GetInt32().Should().Be(4);
        plan.GetProperty("seconds_left").GetDouble().Should().BePositive();
        (await WorthAsync("one", "--against", "4", "--plan")).Succeeded().Output
            .Should().StartWith("fpnas: 4 random architectures with MACs from 960.0 k to 1.20 M (80 to 100% of the limit). 4 left, about ");
        (await ListAsync("one")).Should().Equal("fpnas");

        var worth = (await WorthAsync("one", "--against", "4", "--json")).Succeeded().Json;
        worth.GetProperty("metric").GetString().Should().Be("test_accuracy");
        var values = Values(worth);
        values.Should().HaveCount(4).And.OnlyContain(value => value > 0 && value <= 1);
        worth.GetProperty("random_architectures").GetProperty("mean").GetDouble().Should().BeApproximately(values.Average(), 1e-12);
        worth.GetProperty("same_compute").GetProperty("trainings").GetInt64().Should().BePositive();
        var comparison = worth.GetProperty("comparison").GetString()!;
        (await ListAsync("one")).Should().Equal("fpnas", comparison);

        var trials = (await ShowAsync("one", comparison)).GetProperty("trials").EnumerateArray().ToArray();
        trials.Select(trial => trial.GetProperty("architecture").GetString()).Should().OnlyHaveUniqueItems();
        trials.Select(trial => trial.GetProperty("metrics").GetProperty("macs").GetDouble()).Should().OnlyContain(macs => macs >= 0.96e6 && macs <= 1.2e6);
        var shown = await ShowAsync("one", "fpnas");
        shown.GetProperty("worth").GetRawText().Should().Be(worth.GetRawText());
        var winner = shown.GetProperty("finalists")[0].GetProperty("metrics").GetProperty("test_accuracy").GetDouble();
        worth.GetProperty("winner").GetProperty("value").GetDouble().Should().Be(winner);
        worth.GetProperty("beaten").GetInt32().Should().Be(values.Count(value => value < winner));

        var again = (await WorthAsync("one", "--against", "4", "--json")).Succeeded();
        again.Json.GetRawText().Should().Be(worth.GetRawText());
        again.Error.Should().BeEmpty("there is nothing left to train");
        var results = Path.Combine(_folder.Of("one"), "results", "fpnas");
        JsonDocument.Parse(File.ReadAllText(Path.Combine(results, "result.json"))).RootElement.GetProperty("worth").GetRawText()
            .Should().Be(worth.GetRawText());
        File.ReadAllText(Path.Combine(results, "report.html")).Should().Contain("Against random architectures").And.Contain("(Wilson)");
        (await NasProgram.RunAsync(_folder.Path, "show", "fpnas", "-w", "one")).Succeeded().Output.Should().Contain("(Wilson)");
    }

    [Fact]
    public async Task Interrupted_and_killed_it_ends_with_the_same_figures()
    {
        await SearchAsync("one", epochs: "2");
        Copy(_folder.Of("one"), _folder.Of("two"));
        string[] worth = ["worth", "fpnas", "--against", "6", .. OneThread];

        (await StopAsync(Signal.Interrupt, 1, [.. worth, "-w", "one"])).Error.Should()
            .MatchRegex(@"Stopped after \d+ of 6\. Go on with: nas worth fpnas --against 6 --around limit --workspace one\n$");
        await StopAsync(Signal.Kill, 3, [.. worth, "-w", "one"]);
        var resumed = (await NasProgram.RunAsync(_folder.Path, [.. worth, "-w", "one", "--json"])).Succeeded().Json;
        var undisturbed = (await NasProgram.RunAsync(_folder.Path, [.. worth, "-w", "two", "--json"])).Succeeded().Json;

        Values(resumed).Should().Equal(Values(undisturbed));
        resumed.GetProperty("percentile").GetDouble().Should().Be(undisturbed.GetProperty("percentile").GetDouble());
    }

    private Task SearchAsync(string workspace, string epochs = "0.1") => Succeeded(
        "run", Repository.FpNas, "--data", TinyData.Write(_folder.Of("data")), "--set", "steps=2", "--set", "macs=1.2e6", "--set", "epochs=" + epochs, "-w", workspace);

    private Task<ProgramResult> WorthAsync(string workspace, params string[] more) =>
        NasProgram.RunAsync(_folder.Path, ["worth", "fpnas", "-w", workspace, .. more]);

    private async Task Succeeded(params string[] arguments) => (await NasProgram.RunAsync(_folder.Path, arguments)).Succeeded();

    /// <summary>Starts the program in the first workspace, and sends it a signal when this many of its trainings are done.</summary>
    private async Task<ProgramResult> StopAsync(int signal, int done, string[] arguments)
    {
        using var program = NasProgram.Start(_folder.Path, [], arguments);
        await program.UntilAsync(async () => await DoneAsync() >= done);
        Signal.Send(program.Id, signal).Should().BeTrue();
        var stopped = await program.EndAsync();
        stopped.ExitCode.Should().Be(128 + signal);
        return stopped;
    }

    private async Task<int> DoneAsync()
    {
        var trials = await Nas.RunAsync(_folder.Of("one"), CancellationToken.None, "trials", "fpnas.worth-6-limit", "--json");
        return trials.ExitCode != 0 ? 0 : trials.Json.GetProperty("trials").EnumerateArray().Count(trial => trial.GetProperty("state").GetString() == "done");
    }

    private async Task<JsonElement> ShowAsync(string workspace, string search) =>
        (await NasProgram.RunAsync(_folder.Path, "show", search, "--json", "-w", workspace)).Succeeded().Json;

    private async Task<IEnumerable<string?>> ListAsync(string workspace) =>
        (await NasProgram.RunAsync(_folder.Path, "list", "--json", "-w", workspace)).Succeeded().Json.GetProperty("searches")
            .EnumerateArray().Select(search => search.GetProperty("search").GetString());

    private static double[] Values(JsonElement worth) =>
        [.. worth.GetProperty("random_architectures").GetProperty("values").EnumerateArray().Select(value => value.GetDouble())];

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
