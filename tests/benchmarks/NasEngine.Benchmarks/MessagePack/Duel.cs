using System.Diagnostics;

namespace NasEngine.Benchmarks.MessagePack;

/// <summary>
/// Times two ways of doing the same in many short turns, and compares the fastest of each: what else the machine does can
/// only make a turn slower.
/// </summary>
public static class Duel
{
    private const int Rounds = 150;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(5);

    /// <summary>What one call takes and allocates, at best.</summary>
    public static (Cost Ours, Cost Rival) Run(Action ours, Action rival)
    {
        var ourCalls = CallsIn(Round, ours);
        var rivalCalls = CallsIn(Round, rival);
        var ourCosts = new List<Cost>();
        var rivalCosts = new List<Cost>();
        for (var i = 0; i < Rounds; i++)
        {
            ourCosts.Add(Time(ours, ourCalls));
            rivalCosts.Add(Time(rival, rivalCalls));
        }

        return (ourCosts.MinBy(cost => cost.Microseconds)!, rivalCosts.MinBy(cost => cost.Microseconds)!);
    }

    private static long CallsIn(TimeSpan span, Action action)
    {
        var calls = 0L;
        var watch = Stopwatch.StartNew();
        for (; watch.Elapsed < WarmUp; calls++)
        {
            action();
        }

        return Math.Max(1, (long)(calls * (span / watch.Elapsed)));
    }

    private static Cost Time(Action action, long calls)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0L; i < calls; i++)
        {
            action();
        }

        var elapsed = Stopwatch.GetElapsedTime(start);
        return new Cost(elapsed.TotalMicroseconds / calls, (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / calls);
    }
}

/// <summary>What one call costs.</summary>
public sealed record Cost(double Microseconds, double AllocatedBytes);
