using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using NasEngine.Pipeline.Workers.Processes;

namespace NasEngine.Benchmarks;

/// <summary>Rows of a benchmark that are measured in a process of their own, with the environment that a worker process has.</summary>
internal static class OwnProcess
{
    /// <summary>Runs this program with the arguments and reads the rows it prints.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, object>> Rows(IEnumerable<string> args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        foreach (var arg in (string[])[Assembly.GetExecutingAssembly().Location, .. args, BenchmarkOption.Json.Name]) start.ArgumentList.Add(arg);
        WorkerEnvironment.Prepare(start.Environment, WorkerAllocator.Find());
        using var process = Process.Start(start)!;
        using var report = JsonDocument.Parse(ProcessFailedException.OutputOf(process, "The benchmark's own process"));
        return [.. report.RootElement.GetProperty("rows").EnumerateArray().Select(Row)];
    }

    /// <summary>The rows that <paramref name="measure"/> gives, in a process of its own unless this is it.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, object>> Once(
        string benchmark, BenchmarkArguments args, Func<IReadOnlyList<IReadOnlyDictionary<string, object>>> measure) =>
        args.Has(BenchmarkOption.Inside) ? measure() : [.. Rows([benchmark, .. args.All, BenchmarkOption.Inside.Name])];

    private static Dictionary<string, object> Row(JsonElement row) => row.EnumerateObject().ToDictionary(
        value => value.Name,
        value => value.Value.ValueKind == JsonValueKind.Number ? value.Value.GetDouble() : (object)value.Value.ToString());
}
