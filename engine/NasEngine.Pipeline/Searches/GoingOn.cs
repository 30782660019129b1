using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Pipeline.Searches;

/// <summary>A search goes over to a definition of which its own is a beginning.</summary>
internal static class GoingOn
{
    /// <summary>The event that says so. Winners that the new definition would train alike are kept.</summary>
    /// <param name="was">The definition so far.</param>
    /// <param name="now">The one from here on.</param>
    /// <param name="events">All that counts of the search.</param>
    public static Redefined To(SearchSpec was, SearchSpec now, IEnumerable<SearchEvent> events)
    {
        var (chosen, measured, kept) = (ImmutableArray<Architecture>.Empty, new List<FinalistMeasured>(), ImmutableArray<KeptFinal>.Empty);
        foreach (var happened in events)
        {
            switch (happened)
            {
                case FinalistsChosen e:
                    chosen = e.Architectures;
                    break;
                case FinalistMeasured { Measurement.Failure: null } e:
                    measured.Add(e);
                    break;
                case Redefined e:
                    kept = e.Kept;
                    break;
            }
        }

        var trained = measured.Select(e => new KeptFinal(chosen[e.Rank], e)).ToImmutableArray();
        return new Redefined(now, SpecExtension.TrainsWinnersAlike(was, now)
            ? [.. trained, .. kept.Where(earlier =>
                trained.All(one => (one.Measured.Rank, one.Measured.Seed) != (earlier.Measured.Rank, earlier.Measured.Seed)))]
            : [])
        {
            MoreTime = was.Budget.Time is { } before && (now.Budget.Time is not { } after || after > before),
        };
    }

    /// <summary>The places of the winners among those chosen, best winner first, of a completed search; none of another.</summary>
    public static IReadOnlyList<int> Ranking(IEnumerable<SearchEvent> events)
    {
        IReadOnlyList<int> places = [];
        foreach (var happened in events)
        {
            places = happened switch
            {
                FinalistsChosen e => [.. Enumerable.Range(0, e.Architectures.Length)],
                FinalistsRanked e => e.Order,
                _ => places,
            };
        }

        return places;
    }

    /// <summary>What cannot go on although its definition is a beginning of the other.</summary>
    /// <exception cref="InputException">A plan over the budget is in what was done, or it cannot be asked of its strategy.</exception>
    public static void MustBePossible(SearchSpec was, PreparedSearch prepared, bool replaced)
    {
        if (was.Budget == prepared.Spec.Budget)
        {
            return;
        }

        if (prepared.EstimatorPlans)
        {
            throw Refused(was, prepared.Spec, $"estimator '{was.Estimator.Id}' plans over the budget that it began with");
        }

        if (replaced)
        {
            throw Refused(
                was, prepared.Spec, "its plugins were replaced on the way, and what the earlier ones did cannot be asked of these");
        }
    }

    /// <summary>Why the search cannot go on, with what would be right.</summary>
    public static InputException Refused(SearchSpec was, SearchSpec now, string since, Exception? inner = null)
    {
        var message = $"Search '{was.Name}' cannot go on with another budget ({string.Join("; ", SpecDifference.Of(was, now))}): {since}; "
            + "give the larger search another name.";
        return inner is null ? new InputException(message) : new InputException(message, inner);
    }
}
