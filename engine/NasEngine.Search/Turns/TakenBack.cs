using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>
/// Events that later ones take back. What a failed search lost at its end for no reason of its own is tried again by whoever goes on
/// with it: its journal keeps that it was lost, and the search goes on as if it had not been. A search that goes on with another
/// definition chooses its winners anew.
/// </summary>
public static class TakenBack
{
    /// <summary>The events that count, in order.</summary>
    /// <param name="events">All events, or those after a place that the search goes on from.</param>
    /// <param name="deterministic">Whether the search is: its candidates are observed in the order of their numbers.</param>
    /// <param name="of">The event of an element.</param>
    /// <param name="with">An element with another event in its place.</param>
    /// <typeparam name="T">An event, perhaps with its place and time.</typeparam>
    public static IReadOnlyList<T> Without<T>(
        IReadOnlyList<T> events, bool deterministic, Func<T, SearchEvent> of, Func<T, SearchEvent, T> with)
    {
        if (!events.Any(one => of(one) is Failed { Retry: not null } or Redefined))
        {
            return events;
        }

        var counted = new List<T>();
        for (var place = 0; place < events.Count; place++)
        {
            if (of(events[place]) is Failed { Retry: { } first })
            {
                TakeBack(counted, deterministic, of, with, first);
            }

            if (of(events[place]) is Redefined redefined)
            {
                counted.RemoveAll(one => of(one) is FinalistsChosen or FinalistMeasured or FinalistsRanked or Completed
                    || (redefined.MoreTime && of(one) is TimeSpent));
            }

            counted.Add(events[place]);
        }

        return counted;
    }

    /// <summary>
    /// Back to before candidate <paramref name="first"/> was given up. What was measured all the same of those in flight then stays, and
    /// so do checkpoints, at its place: candidates that were given up left the weights as they were.
    /// </summary>
    private static void TakeBack<T>(
        List<T> counted, bool deterministic, Func<T, SearchEvent> of, Func<T, SearchEvent, T> with, long first)
    {
        var end = counted.FindLastIndex(one => of(one) is Measured measured && measured.Number == first);
        if (end < 0)
        {
            return;
        }

        var next = 1 + counted.Take(end).Select(of).OfType<Proposed>().Select(one => one.Candidate.Number).Append(first).Max();
        var stays = counted.Skip(end).Select(one => of(one) switch
        {
            CheckpointSaved saved => new[] { with(one, saved with { Number = first - 1 }) },
            Measured { Measurement.Failure: not { Kind: FailureKind.Poisoned } } measured when measured.Number < next => [one],
            _ => Array.Empty<T>(),
        }).SelectMany(kept => kept).ToArray();
        counted.RemoveRange(end, counted.Count - end);
        counted.RemoveAll(one => of(one) is AttemptFailed lost && lost.Number >= first);
        if (deterministic)
        {
            // Those after it that were given up before it are observed after it.
            counted.RemoveAll(one => of(one) is Measured { Measurement.Failure.Kind: FailureKind.Poisoned } lost && lost.Number > first);
        }

        counted.AddRange(stays);
    }
}
