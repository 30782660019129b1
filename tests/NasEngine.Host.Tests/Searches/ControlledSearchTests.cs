using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Searches;

/// <summary>A search that runs in a process of its own is watched, paused and stopped from another.</summary>
public sealed class ControlledSearchTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public ControlledSearchTests()
    {
        CellTable.Write(_folder);
        _folder.Write("x.csx", """
            await Search("x").Space("nasbench201").Strategy("random").Estimator("table", new { Table = "table.csv" })
                .Objective(Maximize.Metric("test_accuracy")).Budget(trials: 2000000).RunAsync();
            """);
    }

    private string Workspace => _folder.Of(".nas");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_is_seen_paused_goes_on_and_stops_at_a_safe_point_as_others_ask()
    {
        using var program = NasProgram.Start(_folder.Path, [], "run", "x.csx");
        await program.OutputAsync("trial ");
        var watching = Nas.RunAsync(Workspace, CancellationToken.None, "watch", "x");

        var following = RunAsync("logs", "x", "--follow");

        (await RunAsync("pause", "x")).Succeeded().Output.Should().StartWith("Search 'x' is paused: what is in flight is finished");
        (await RunAsync("list", "--json")).ExitCode.Should().Be(0);
        (await RunAsync("pause", "x", "--json")).Succeeded().Json.GetProperty("state").GetString().Should().Be("paused");
        (await RunAsync("resume", "x", "--budget", "trials=3000000")).ShouldRefuse("Search 'x' runs; its budget can be raised when it has stopped: nas stop x.");
        (await RunAsync("resume", "x")).Succeeded();
        (await RunAsync("resume", "x")).ShouldRefuse("Search 'x' runs already; watch it: nas watch x.");
        var stopped = (await RunAsync("stop", "x")).Succeeded();

        stopped.Output.Should().StartWith("Search 'x' stops at its next safe point.\nIt has stopped. Go on with: nas resume x");
        var ended = await program.EndAsync();
        ended.ExitCode.Should().Be(130);
        ended.Error.Should().Contain("Stopped after ").And.Contain("Go on with: nas resume x");
        var watched = await watching;
        watched.ExitCode.Should().Be(130);
        watched.Output.Should().MatchRegex("(?m)^trial [0-9]+/2000000  best 0[.]").And.Contain("\nx: interrupted after ");
        (await following).Succeeded().Output.Should().ContainAll("worker 1 is ready: process ", "goes on after the pause");
        (await RunAsync("logs", "x")).Succeeded().Output.Should().ContainAll(
            " runs the search", "worker 1 is ready: process ", "paused", "goes on after the pause", "stopped on request");
        (await RunAsync("stop", "x")).ShouldRefuse("Search 'x' does not run: it is interrupted.");
        File.Exists(Path.Combine(Workspace, "running", "x.json")).Should().BeFalse();
    }

    private Task<ProgramResult> RunAsync(params string[] arguments) => Nas.RunAsync(Workspace, CancellationToken.None, arguments);
}
