using Akka.Actor;

namespace NasEngine.Cluster.Membership;

/// <summary>
/// A second has passed. The next one begins when it was heard: of a process that was frozen for a minute, one second has passed, and what
/// was sent to it meanwhile is heard before the next.
/// </summary>
internal sealed record SecondPassed
{
    private static readonly SecondPassed Instance = new();

    /// <summary>Says it once, later.</summary>
    public static void After(TimeSpan time, ITimerScheduler timers) => timers.StartSingleTimer("second", Instance, time);
}
