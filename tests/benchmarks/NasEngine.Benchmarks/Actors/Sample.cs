using System.Diagnostics;

namespace NasEngine.Benchmarks.Actors;

/// <summary>The time, the processor time of all threads and the allocations of one round.</summary>
internal readonly record struct Sample(TimeSpan Elapsed, TimeSpan Processor, long Bytes)
{
    public static Sample Take(Action work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        work();
        return new Sample(
            Stopwatch.GetElapsedTime(start),
            Environment.CpuUsage.TotalTime - processor,
            GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }
}
