using System.Collections.Immutable;

namespace NasEngine.Strategies.Sequential;

/// <summary>The trials that a model learns from, all with a score: those that failed by their own fault have that of the worst.</summary>
internal static class ModelledTrials
{
    /// <summary>Whether a model learns from an outcome: not where a worker was lost.</summary>
    public static bool Holds(Outcome outcome) => outcome.IsMeasured || outcome.IsItsFault;

    /// <summary>
    /// The first <paramref name="count"/> of those that a model learns from, in their order; none when not one of them was measured.
    /// What they are does not depend on those that come later.
    /// </summary>
    public static ImmutableArray<Outcome> First(IEnumerable<Outcome> outcomes, int count)
    {
        Outcome[] first = [.. outcomes.Where(Holds).Take(count)];
        Outcome[] measured = [.. first.Where(one => one.IsMeasured)];
        return measured.Length == 0 ? [] :
        [
            .. first.Select(one => one.IsMeasured ? one : one with { Values = [measured.Min(other => other.Score)] }),
        ];
    }

    /// <summary>At most so many of them, in their order: half the newest, half the best of the others.</summary>
    public static ImmutableArray<Outcome> AtMost(ImmutableArray<Outcome> trials, int most)
    {
        if (trials.Length <= most)
        {
            return trials;
        }

        var newest = most / 2;
        var best = Enumerable.Range(0, trials.Length - newest).OrderByDescending(i => trials[i].Score).Take(most - newest).ToHashSet();
        return [.. trials.Where((_, i) => i >= trials.Length - newest || best.Contains(i))];
    }
}
