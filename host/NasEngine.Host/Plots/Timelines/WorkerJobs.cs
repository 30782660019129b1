using System.Globalization;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Reading.Following;
using NasEngine.Search;

namespace NasEngine.Host.Plots.Timelines;

/// <summary>What each worker had, one after another, from the journal. Of a long search neighbours are one stretch.</summary>
internal static class WorkerJobs
{
    private const int Stretches = 700;

    /// <summary>By the number of the worker, from 1; none of it where an earlier program wrote the journal.</summary>
    /// <param name="search">The search.</param>
    /// <param name="end">The last moment that is shown.</param>
    public static IReadOnlyDictionary<int, IReadOnlyList<LaneBar>> Of(SearchFollower search, DateTimeOffset end)
    {
        var step = (end - search.Header.Created) / Stretches;
        return Trials(search).Concat(Others(search)).GroupBy(job => job.Worker).ToDictionary(
            jobs => jobs.Key, jobs => (IReadOnlyList<LaneBar>)[.. Joined([.. jobs.Select(job => job.Bar).OrderBy(bar => bar.From)], step)]);
    }

    private static IEnumerable<(int Worker, LaneBar Bar)> Trials(SearchFollower search)
    {
        for (long number = 0; number < search.Trials.Count; number++)
        {
            if (search.Trials.WorkedBy(number) is { IsKnown: true } by && search.Trials.MeasuredAt(number) is { } at)
            {
                var failed = search.Trials.FailureOf(number) is null ? "" : ", failed";
                yield return Bar(by, at, $"{(search.IsSupernet ? "step" : "trial")} {number}{failed}", number);
            }
        }
    }

    /// <summary>Winners, and attempts that were lost.</summary>
    private static IEnumerable<(int Worker, LaneBar Bar)> Others(SearchFollower search)
    {
        foreach (var (at, happened) in search.Notable.Select(one => (one.At, one.Event)))
        {
            switch (happened)
            {
                case FinalistMeasured { By.IsKnown: true } e:
                    yield return Bar(e.By, at, $"winner {e.Rank + 1}, as chosen", null);
                    break;
                case AttemptFailed { By.IsKnown: true } e:
                    yield return Bar(e.By, at, $"attempt {e.Attempt} at {CandidateText.Of(e.Number)}, lost", e.Number);
                    break;
            }
        }
    }

    private static (int Worker, LaneBar Bar) Bar(WorkedBy by, DateTimeOffset to, string what, long? trial) => (
        by.Worker,
        new LaneBar(to.AddSeconds(-by.Seconds), to, string.Create(CultureInfo.InvariantCulture, $"{what}: {by.Seconds:0.###} s"), trial));

    /// <summary>Stretches that begin within a step of each other as one.</summary>
    private static IEnumerable<LaneBar> Joined(IReadOnlyList<LaneBar> bars, TimeSpan step)
    {
        for (var (first, next) = (0, 0); first < bars.Count; first = next)
        {
            var end = bars[first].To;
            for (next = first + 1; next < bars.Count && bars[next].From - bars[first].From < step; next++)
            {
                end = bars[next].To > end ? bars[next].To : end;
            }

            yield return next == first + 1 ? bars[first]
                : new LaneBar(bars[first].From, end, $"{next - first} jobs, the first {bars[first].Text}", bars[first].Trial);
        }
    }
}
