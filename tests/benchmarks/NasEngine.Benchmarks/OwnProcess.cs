using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using NasEngine.Pipeline.Workers.Processes;

namespace NasEngine.Benchmarks;

/// <summary>Rows of a benchmark that are measured in a process of their own, with the environment that a worker process has.</summary>
internal static class OwnProcess
{
    private const string Inside = "--inside";

    /// <summary>Runs this program with the arguments and reads the rows it prints.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, object>> Rows(IEnumerable<string> args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        foreach (var arg in (string[])[Assembly.GetExecutingAssembly().Location, .. args, "--json"]) start.ArgumentList.Add(arg);
        WorkerEnvironment.Prepare(start.Environment, WorkerAllocator.Find());
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"The benchmark's own process ended with exit code {process.ExitCode}.");
        using var report = JsonDocument.Parse(text);
        return [.. report.RootElement.GetProperty("rows").EnumerateArray().Select(Row)];
    }

    /// <summary>Whether this is that process, whose rows are a part of the report of another.</summary>
    public static bool IsInside(string[] args) => args.Contains(Inside);

    /// <summary>The rows that <paramref name="measure"/> gives, in a process of its own unless this is it.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, object>> Once(
        string benchmark, string[] args, Func<IReadOnlyList<IReadOnlyDictionary<string, object>>> measure) =>
        IsInside(args) ? measure() : [.. Rows([benchmark, .. args, Inside])];

    private static Dictionary<string, object> Row(JsonElement row) => row.EnumerateObject().ToDictionary(
        value => value.Name,
        value => value.Value.ValueKind == JsonValueKind.Number ? value.Value.GetDouble() : (object)value.Value.ToString());
}
