using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>Which of the networks that trials left may still be asked for.</summary>
internal static class KeptNetworks
{
    /// <summary>
    /// Those of candidates that are not observed yet, those that pending candidates start from, those that the strategy wants, and
    /// where it does not say, or winners keep their weights, those of the best trials.
    /// </summary>
    public static ImmutableSortedDictionary<long, LeftNetwork> StillWanted(SearchState state, ImmutableArray<long>? wanted)
    {
        if (state.Kept.IsEmpty)
        {
            return state.Kept;
        }

        var asked = state.Pending.Select(candidate => candidate.Number)
            .Concat(state.Pending.Select(candidate => candidate.Work).OfType<Trial>()
                .Select(trial => trial.Weights).OfType<InheritedWeights>().Select(inherited => inherited.Candidate))
            .Concat(wanted ?? [])
            .Concat(wanted is null || state.Spec.Final is { Inherits: true } ? state.Leaders.Select(leader => leader.Number) : [])
            .ToHashSet();
        return state.Kept.RemoveRange(state.Kept.Keys.Where(number => !asked.Contains(number)));
    }
}
