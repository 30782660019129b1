using System.Globalization;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.MultiFidelity.Halving;

/// <summary>One race: how many are measured in each of its rungs.</summary>
/// <param name="First">Index of its lowest rung.</param>
/// <param name="Counts">Candidates of that rung and the higher ones: ⌊n / η^k⌋.</param>
internal sealed record Bracket(int First, ImmutableArray<int> Counts)
{
    /// <summary>The race of <paramref name="candidates"/> architectures from a rung to the highest.</summary>
    public static Bracket Of(RungOptions rungs, int first, int candidates)
    {
        var counts = ImmutableArray.CreateBuilder<int>();
        var left = (long)candidates;
        for (var rung = first; rung <= rungs.Top; rung++)
        {
            counts.Add((int)left);
            left /= rungs.Eta;
        }

        return new Bracket(first, counts.ToImmutable());
    }

    /// <summary>
    /// The brackets of Hyperband (arXiv 1603.06560, algorithm 1): for s from s_max down to 0, n = ⌈(s_max + 1) / (s + 1) · η^s⌉
    /// architectures that begin s rungs below the highest.
    /// </summary>
    public static ImmutableArray<Bracket> Hyperband(RungOptions rungs)
    {
        var brackets = ImmutableArray.CreateBuilder<Bracket>();
        var power = 1L;
        for (var s = 0; s <= rungs.Top; s++)
        {
            var candidates = ((rungs.Top + 1) * power + s) / (s + 1);
            brackets.Insert(0, Of(rungs, rungs.Top - s, checked((int)candidates)));
            power *= rungs.Eta;
        }

        return brackets.ToImmutable();
    }

    /// <summary>Trials of the whole race.</summary>
    public long Trials => Counts.Sum(count => (long)count);

    /// <summary>One race from the lowest rung, whose trials are within the budget.</summary>
    /// <exception cref="InputException">
    /// Too few for one to come to the highest rung, more than the budget has trials for, or the budget does not say how many.
    /// </exception>
    public static Bracket SuccessiveHalving(SuccessiveHalvingOptions options, Budget budget)
    {
        var rungs = options.Rungs;
        var candidates = options.Candidates > 0
            ? options.Candidates
            : Largest(rungs, budget.Trials ?? budget.Planned("strategy 'successive-halving'"));
        var race = Of(rungs, 0, candidates);
        if (race.Counts[^1] == 0)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture,
                $"Strategy 'successive-halving' has {rungs.Top + 1} rungs, of which each takes one in {rungs.Eta} of the one below, and "
                + $"{candidates} candidates, of which none comes to the highest; ")
                + FormattableString.Invariant($"give it at least {Math.Pow(rungs.Eta, rungs.Top)}, or raise minEpochs."));
        }

        var trials = Math.Min(budget.Trials ?? Budget.Unlimited, budget.Candidates);
        return race.Trials <= trials ? race : throw new InputException(
            $"A race of {candidates} candidates by strategy 'successive-halving' has {race.Trials} trials, and the budget ends it after "
            + $"{trials}; "
            + $"write .Budget(trials: {race.Trials}) or more, for those that fail, or fewer candidates.");
    }

    private static int Largest(RungOptions rungs, long trials)
    {
        var (low, high) = (0L, Math.Min(trials, 1_000_000));
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Of(rungs, 0, (int)middle).Trials <= trials ? (middle, high) : (low, middle - 1);
        }

        return (int)low;
    }
}
