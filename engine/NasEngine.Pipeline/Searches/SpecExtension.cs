using NasEngine.Contracts;

namespace NasEngine.Pipeline.Searches;

/// <summary>Definitions that a search can go over to, since the one it has is a beginning of them.</summary>
public static class SpecExtension
{
    /// <summary>
    /// Whether the later definition differs by nothing but a larger budget, what happens with the winners, and, where latencies are
    /// measured of winners alone, who measures them. Winners that keep the weights of their trials are no part of this:
    /// those of others are gone.
    /// </summary>
    /// <param name="was">The earlier definition.</param>
    /// <param name="now">The later one.</param>
    /// <param name="files">Places of options that name files whose content is compared; see <see cref="SearchFiles"/>.</param>
    public static bool Is(SearchSpec was, SearchSpec now, IReadOnlyCollection<string> files)
    {
        var differences = SpecDifference.Of(was, now, files);
        var inherits = was.Final is { Inherits: true } || now.Final is { Inherits: true };
        if (differences.Count == 0 || inherits || !IsRaised(was.Budget, now.Budget))
        {
            return false;
        }

        var wantsLatency = was.Objective.Axes.Any(axis => axis.Metric == MetricNames.Latency)
            || was.Objective.Targets.Any(target => target.Metric == MetricNames.Latency);
        var free = was with { Budget = now.Budget, Final = now.Final, Profiler = wantsLatency ? was.Profiler : now.Profiler };
        return SpecDifference.Of(free, now, files).Count == 0;
    }

    /// <summary>Whether winners are trained and measured alike under both.</summary>
    public static bool TrainsWinnersAlike(SearchSpec was, SearchSpec now) => was.Budget == now.Budget
        && was.Profiler.Equals(now.Profiler)
        && was.Final is { } before && now.Final is { } after && before.Estimator.Equals(after.Estimator);

    /// <summary>Whether nothing is limited more than it was.</summary>
    private static bool IsRaised(Budget was, Budget now) =>
        now.Candidates >= was.Candidates
        && IsRaised(was.Trials, now.Trials) && IsRaised(was.Steps, now.Steps) && IsRaised(was.Epochs, now.Epochs)
        && IsRaised(was.VirtualSeconds, now.VirtualSeconds) && IsRaised(was.Time, now.Time)
        && IsHarder(was.Goal, now.Goal);

    /// <summary>A goal that is harder to come to, or none.</summary>
    private static bool IsHarder(Goal? was, Goal? now) => now is null
        || (was is not null && was.Metric == now.Metric && was.Direction == now.Direction && was.IsReached(now.Value));

    private static bool IsRaised<T>(T? was, T? now)
        where T : struct, IComparable<T> => now is not { } limit || (was is { } before && limit.CompareTo(before) >= 0);
}
