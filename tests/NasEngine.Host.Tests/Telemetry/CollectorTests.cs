using System.Net;
using System.Net.Sockets;
using System.Text;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Telemetry;

/// <summary>A run tells a collector what it counted, where the environment names one.</summary>
public sealed class CollectorTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_collector_that_the_environment_names_gets_the_metrics_of_a_run()
    {
        var port = FreePort();
        using var collector = new HttpListener();
        collector.Prefixes.Add($"http://127.0.0.1:{port}/");
        collector.Start();
        var received = ReceivedAsync(collector);
        CellTable.Write(_folder);
        _folder.Write("recipe.csx", """
            await Search("told").Space("nasbench201").Strategy("random").Estimator("table", new { Table = "table.csv" })
                .Objective(Maximize.Metric("test_accuracy")).Budget(trials: 12).Seed(3).RunAsync();
            """);
        var environment = new Dictionary<string, string?>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://127.0.0.1:{port}", ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf", ["OTEL_SERVICE_NAME"] = "my-searches",
        };

        (await NasProgram.RunAsync(_folder.Path, environment, "run", "recipe.csx")).Succeeded();

        var (path, body) = await received;
        path.Should().Be("/v1/metrics");
        body.Should().ContainAll("my-searches", "nas.candidates", "measured", "nas.candidate.duration", "nas.memory", "told");
    }

    private static async Task<(string Path, string Body)> ReceivedAsync(HttpListener collector)
    {
        var asked = await collector.GetContextAsync();
        using var reader = new StreamReader(asked.Request.InputStream, Encoding.Latin1);
        var body = await reader.ReadToEndAsync();
        asked.Response.StatusCode = 200;
        asked.Response.Close();
        return (asked.Request.Url!.AbsolutePath, body);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
