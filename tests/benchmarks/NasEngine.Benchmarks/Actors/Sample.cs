using System.Diagnostics;

namespace NasEngine.Benchmarks.Actors;

/// <summary>The time and the allocations of one round.</summary>
internal readonly record struct Sample(TimeSpan Elapsed, long Bytes)
{
    public static Sample Take(Action work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        work();
        return new Sample(Stopwatch.GetElapsedTime(start), GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }
}
