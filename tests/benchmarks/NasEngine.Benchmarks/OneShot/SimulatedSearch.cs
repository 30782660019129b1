using System.Diagnostics;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>A one-shot search whose measurements come at once.</summary>
internal static class SimulatedSearch
{
    /// <summary>Processor seconds of this process that something takes.</summary>
    public static double Seconds(Action action)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        action();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }

    /// <summary>Routes that its steps have trained and measured.</summary>
    public static long Samples(StrategyRun run) => run.Candidates.Sum(candidate => (long)candidate.Work.Routes.Count());
}
