using System.Text.Json;
using NasEngine.Faults;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Searches;

/// <summary>A recipe on a little data: a real FP-NAS search with worker processes.</summary>
public sealed class SupernetSearchTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_writes_its_files_and_finds_the_same_with_the_same_seed()
    {
        var data = TinyData.Write(_folder.Of("data"));
        string[] run = ["run", Repository.FpNas, "--data", data, "--set", "steps=4", "--set", "epochs=0.05", "--json"];

        var first = (await NasProgram.RunAsync(_folder.Path, [.. run, "--workspace", "one"])).Succeeded().Json;
        var second = (await NasProgram.RunAsync(_folder.Path, [.. run, "--workspace", "two"])).Succeeded().Json;

        var folder = first.GetProperty("folder").GetString()!;
        using var written = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "result.json")));
        written.RootElement.EnumerateObject().Should().OnlyContain(member => first.GetProperty(member.Name).GetRawText() == member.Value.GetRawText());
        File.ReadAllText(Path.Combine(folder, "report.html")).Should().StartWith("<!doctype html>").And.Contain("Entropy").And.Contain("<svg");
        File.ReadAllText(Path.Combine(folder, "best", "network.svg")).Should().Contain("<svg");
        new FileInfo(Path.Combine(folder, "best", "weights.safetensors")).Length.Should().BePositive();
        first.GetProperty("best").GetProperty("metrics").EnumerateObject().Select(metric => metric.Name)
            .Should().Contain(["test_accuracy", "val_accuracy", "macs", "params", "latency_ms"]);
        first.GetProperty("steps").GetInt64().Should().Be(4);
        second.GetProperty("best").GetProperty("architecture").GetString()
            .Should().Be(first.GetProperty("best").GetProperty("architecture").GetString());
    }

    [Fact]
    public async Task An_interrupt_ends_it_with_130_and_the_command_that_goes_on_to_the_end()
    {
        var data = TinyData.Write(_folder.Of("data"));
        using var program = NasProgram.Start(
            _folder.Path, [], "run", Repository.FpNas, "--data", data, "--set", "steps=12", "--set", "epochs=0.05", "--workspace", "my work");
        await program.UntilAsync(async () => await StepsAsync("my work") >= 2);
        Signal.Send(program.Id, Signal.Interrupt).Should().BeTrue();
        var interrupted = await program.EndAsync();

        interrupted.ExitCode.Should().Be(130);
        interrupted.Error.Should().MatchRegex(@"Stopped after \d+ of 12\. Go on with: nas resume fpnas --workspace 'my work'\n$");

        var resumed = (await NasProgram.RunAsync(_folder.Path, "resume", "fpnas", "--workspace", "my work", "--json")).Succeeded().Json;
        resumed.GetProperty("state").GetString().Should().Be("completed");
        resumed.GetProperty("steps").GetInt64().Should().Be(12);
    }

    [Fact]
    public async Task Its_coordinator_leaves_libtorch_to_the_workers()
    {
        var data = TinyData.Write(_folder.Of("data"));
        using var program = NasProgram.Start(_folder.Path, [], "run", Repository.FpNas, "--data", data, "--set", "steps=4000", "--workers", "1");

        await program.OutputAsync("step ");

        Loaded(program.Id).Should().NotContain(library => library.StartsWith("libtorch", StringComparison.Ordinal));
        Children(program.Id).SelectMany(Loaded).Should().Contain("libtorch_cpu.so");
    }

    private async Task<long> StepsAsync(string workspace)
    {
        var shown = await Nas.RunAsync(_folder.Of(workspace), CancellationToken.None, "show", "fpnas", "--json");
        return shown.ExitCode == 0 && shown.Json.TryGetProperty("steps", out var steps) ? steps.GetInt64() : 0;
    }

    /// <summary>File names of what a process has mapped.</summary>
    private static IEnumerable<string> Loaded(int process) =>
        File.ReadLines($"/proc/{process}/maps").Select(line => Path.GetFileName(line.Split(' ')[^1])).Distinct();

    private static IEnumerable<int> Children(int process) => Directory.EnumerateDirectories($"/proc/{process}/task")
        .SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(int.Parse);
}
