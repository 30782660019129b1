using System.Text.Json;
using NasEngine.Contracts;

namespace NasEngine.Benchmarks.Ship;

/// <summary>The quickstart's search with its own seed, in a workspace of the benchmark; made once.</summary>
internal static class Quickstart
{
    /// <summary>The workspace.</summary>
    public static string Workspace { get; } = Path.Combine(BenchmarkFiles.Root, "artifacts", "bench-ship", "quickstart");

    /// <summary>Runs it, or reads what it found: the winner.</summary>
    public static JsonElement Best()
    {
        Directory.CreateDirectory(Workspace);
        var recipe = Path.Combine(BenchmarkFiles.Root, "scripts", "quickstart.csx");
        using var result = JsonDocument.Parse(NasCommand.LastLine("run", recipe, "--workspace", Workspace, "--json"));
        return result.RootElement.GetProperty("best").Clone();
    }

    /// <summary>The winner's multiply-adds.</summary>
    public static double Macs() => Best().GetProperty("metrics").GetProperty(MetricNames.Macs).GetDouble();
}
