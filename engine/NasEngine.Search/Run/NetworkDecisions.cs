namespace NasEngine.Search;

/// <summary>Networks that trials left: those that nothing asks for any more go, once the journal says so.</summary>
internal static class NetworkDecisions
{
    /// <summary>The run after an event, one for the journal or none, with the networks that it made superfluous.</summary>
    public static SearchRun After(this SearchRun run, SearchEvent happened, bool journaled)
    {
        var next = run.State.Apply(happened);
        var unwanted = ReferenceEquals(next.Kept, run.State.Kept)
            ? run.Unwanted
            : run.Unwanted.AddRange(run.State.Kept.Keys.Where(number => !next.Kept.ContainsKey(number)));
        return run with { State = next, Unwanted = unwanted, Emitted = run.Emitted + (journaled ? 1 : 0) };
    }

    public static void Settle(Draft draft)
    {
        if (!draft.Run.Unwanted.IsEmpty && draft.Run.IsWritten)
        {
            draft.Do(new DropNetworks(draft.Run.Unwanted));
            draft.Run = draft.Run with { Unwanted = [] };
        }
    }
}
