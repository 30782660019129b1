using System.Globalization;
using System.Net;
using System.Net.Sockets;
using NasEngine.Faults;

namespace NasEngine.Benchmarks.Clusters;

/// <summary>A search whose jobs wait, on nodes that are processes.</summary>
internal static class NodeSearch
{
    public const int Milliseconds = 50;

    public const int JobsPerNode = 1000;

    public static IReadOnlyDictionary<string, object> Row(int nodes)
    {
        var (address, trials) = ($"127.0.0.1:{FreePort()}", JobsPerNode * nodes);
        using var sandbox = new Sandbox([
            .. Searches.Faulty("--set", Set("trials", trials), "--set", Set("milliseconds", Milliseconds), "--set", Set("window", 2 * nodes)),
            "--cluster", address, "--no-tls", "--workers", "0", "--threads-per-worker", "1"]);
        var running = Enumerable.Range(0, nodes).Select(_ => new NasProcess(
            Sandbox.Cache.Value, ["worker", "--join", address, "--no-tls"])).ToArray();
        try
        {
            sandbox.Finish();
        }
        finally
        {
            Array.ForEach(running, node => node.Dispose());
        }

        var times = Times(sandbox);
        var seconds = (times[^1] - times[trials / 4]).TotalSeconds;
        var (counted, linear) = (trials - 1 - (trials / 4), nodes * 1000.0 / Milliseconds);
        return ClusterBenchmark.Row($"jobs of {Milliseconds} ms", nodes, counted, seconds, linear, counted / seconds / linear, "");
    }

    private static DateTimeOffset[] Times(Sandbox sandbox)
    {
        using var trials = sandbox.Start("trials", "faulty", "--csv", "--plugins", Searches.Plugin);
        trials.Exit();
        var lines = trials.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.IndexOf(lines[0].Trim().Split(','), "at");
        return [.. lines.Skip(1).Select(line => DateTimeOffset.Parse(line.Split(',')[at], CultureInfo.InvariantCulture)).Order()];
    }

    private static string Set(string name, int value) => string.Create(CultureInfo.InvariantCulture, $"{name}={value}");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
