using System.Collections.Immutable;

namespace NasEngine.Search;

/// <summary>Networks that trials left: those that nothing asks for any more go, once the journal says so.</summary>
internal static class NetworkDecisions
{
    /// <summary>The superfluous networks of a run that reaches this state.</summary>
    public static ImmutableArray<long> Unwanted(SearchRun run, SearchState reached) => ReferenceEquals(reached.Kept, run.State.Kept)
        ? run.Unwanted
        : run.Unwanted.AddRange(run.State.Kept.Keys.Where(number => !reached.Kept.ContainsKey(number)));

    public static void Settle(Draft draft)
    {
        if (!draft.Run.Unwanted.IsEmpty && draft.Run.IsWritten)
        {
            draft.Do(new DropNetworks(draft.Run.Unwanted));
            draft.Run = draft.Run with { Unwanted = [] };
        }
    }
}
