namespace NasEngine.Search;

/// <summary>When a run is over.</summary>
internal static class Ending
{
    /// <summary>
    /// Not before all is on disk. On request it stops at once, without what is in flight; a supernet finishes its step and
    /// its checkpoint first, a swap what it began.
    /// </summary>
    public static void Settle(Draft draft)
    {
        var run = draft.Run;
        if (!run.IsWritten)
        {
            return;
        }

        if (run.State.Phase is SearchPhase.Completed or SearchPhase.Failed)
        {
            draft.End(new Finish(Interrupted: false));
        }
        else if (run is { Stopping: true, Swap: SwapStage.None } && !(run.Stateful && IsInTheMiddle(run)))
        {
            draft.End(new Finish(Interrupted: true));
        }
    }

    private static bool IsInTheMiddle(SearchRun run) => run.State.Phase == SearchPhase.Searching
        && (run.Strategy != StrategyCall.None || run.IsBusy || run.Slots.Any(slot => slot.Phase == SlotPhase.Saving));
}
