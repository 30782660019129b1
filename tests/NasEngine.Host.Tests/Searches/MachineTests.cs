using System.Net;
using System.Net.Sockets;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Searches;

/// <summary>A recipe says which machines may do what, and this one may be one of them.</summary>
public sealed class MachineTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task This_machine_does_what_its_tags_say_and_nothing_begins_where_no_other_can_join()
    {
        TinyData.Write(_folder.Of("data"));

        var refused = await RunAsync("On(trials: \"gpu,big\")", "--tags", "gpu");
        refused.ExitCode.Should().Be(2);
        refused.Error.Should().Contain(
            "The trials of search 'x' are for a machine with 'big,gpu'; if this is one, say so: --tags big,gpu; or let nodes join: --cluster");
        Directory.Exists(_folder.Of("nas")).Should().BeFalse("nothing is written");

        var done = (await RunAsync("On(\"gpu\", steps: \"huge\")", "--tags", "big,gpu", "--cluster", $"127.0.0.1:{FreePort()}", "--no-tls", "--step-helpers", "1")).Succeeded();
        done.Error.Should().Contain("x: it trains no supernet, so --step-helpers has nothing to do here.");
        done.Error.Should().Contain("x: it has no steps, so .On(steps: …) has nothing to do here.");
        var on = (await NasProgram.RunAsync(_folder.Path, "show", "x", "--json")).Succeeded().Json.GetProperty("spec").GetProperty("on");
        on.GetProperty("trials")[0].GetString().Should().Be("gpu", "it is kept with the search");
        (await RunAsync("On(\"tpu\", latency: \"gpu\")")).Succeeded(); // What is done is done, whoever may do it.
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Task<ProgramResult> RunAsync(string on, params string[] arguments)
    {
        _folder.Write("x.csx", $$"""
            await Search("x").Data("fashion-mnist", new { Data = "data" }).Space("mlp", new { Scale = "mini" }).Strategy("random")
                .Training(new { Epochs = 1 }).Objective(Maximize.Accuracy()).Budget(trials: 1).Threads(1).{{on}}.RunAsync();
            """);
        return NasProgram.RunAsync(_folder.Path, ["run", "x.csx", "--isolation", "inproc", .. arguments]);
    }
}
