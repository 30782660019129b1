namespace NasEngine.Search;

/// <summary>
/// Plugins that are swapped while the search runs: what is in flight is waited for, the strategy's state goes over to the new
/// version, workers start on it, the journal takes note, and then it is in use. Until the journal has it, anything that fails
/// leaves the old version in use. Workers that wait for a machine are not waited for, as long as one has started on the new version.
/// </summary>
internal static class SwapDecisions
{
    public static void Take(Draft draft, SearchInput input)
    {
        var run = draft.Run;
        switch (input)
        {
            case SwapAsked asked when run.State.Phase != SearchPhase.Searching:
                draft.Do(new RefuseSwapForFinals(asked.Swap));
                break;
            case SwapAsked asked:
                // A checkpoint that failed at this place is tried again.
                draft.Run = run with { Swaps = run.Swaps.Enqueue(asked.Swap), CheckpointTriedAt = run.CheckpointAt };
                break;
            case StrategySaved saved when run.Swap == SwapStage.Saving:
                draft.Run = run with { Strategy = StrategyCall.None, Swap = SwapStage.Loading };
                draft.Do(new LoadSwap(run.Swaps.Peek(), run.State, saved.Saved));
                break;
            case StrategySaved:
                draft.Run = run with { Strategy = StrategyCall.None };
                break;
            case SwapLoaded loaded when run.Swap == SwapStage.Loading && IsFirst(run, loaded.Swap):
                draft.Run = run with { Swap = SwapStage.Renewing, SwapChange = loaded.Change };
                StopAll(draft);
                break;
            case SwapFailed failed:
                Take(draft, failed);
                break;
            case SwapCommitted committed when run.Swap == SwapStage.Committing && IsFirst(run, committed.Swap):
                draft.Run = run with { Swap = SwapStage.None, Swaps = run.Swaps.Dequeue() };
                break;
        }
    }

    public static void Settle(Draft draft)
    {
        var run = draft.Run;
        switch (run.Swap)
        {
            case SwapStage.None when !run.Swaps.IsEmpty && IsQuiet(run) && !run.CheckpointWanted:
                draft.Run = run with { Strategy = StrategyCall.Saving, Swap = SwapStage.Saving };
                draft.Do(new SaveStrategy());
                break;
            case SwapStage.Renewing
                when run.Slots.All(slot => slot.IsStill) && run.Slots.Any(slot => slot.Phase == SlotPhase.Idle):
                draft.Run = run with { Swap = SwapStage.Writing, SwapChange = null };
                draft.Emit(run.SwapChange!);
                break;
            case SwapStage.Writing when run.IsWritten:
                draft.Run = run with { Swap = SwapStage.Committing };
                draft.Do(new CommitSwap(run.Swaps.Peek(), run.State.ObservedCount));
                break;
        }
    }

    private static void Take(Draft draft, SwapFailed failed)
    {
        var run = draft.Run;
        switch (run.Swap)
        {
            case SwapStage.None:
                draft.Run = run with { Swaps = [.. run.Swaps.Where(swap => swap != failed.Swap)] };
                break;
            case var _ when !IsFirst(run, failed.Swap):
                break;
            case SwapStage.Saving or SwapStage.Loading:
                Refuse(draft, failed.Reason);
                break;
            case SwapStage.Renewing:
                Revert(draft, failed.Reason);
                break;
            default:
                draft.Fail($"The new version of a plugin is in the journal and could not be put into use: {failed.Reason}");
                break;
        }
    }

    /// <summary>The first swap is off, and workers that left their version go back to it.</summary>
    public static void Revert(Draft draft, string reason)
    {
        StopAll(draft);
        Refuse(draft, reason);
    }

    /// <summary>The first swap is off.</summary>
    public static void Refuse(Draft draft, string reason)
    {
        draft.Do(new RefuseSwap(draft.Run.Swaps.Peek(), reason));
        draft.Run = draft.Run with { Swap = SwapStage.None, Swaps = draft.Run.Swaps.Dequeue(), SwapChange = null };
    }

    /// <summary>The winners are chosen: no swap is of use any more.</summary>
    public static void RefuseAll(Draft draft)
    {
        foreach (var swap in draft.Run.Swaps)
        {
            draft.Do(new RefuseSwapForFinals(swap));
        }

        draft.Run = draft.Run with { Swaps = [] };
    }

    private static bool IsFirst(SearchRun run, int swap) => !run.Swaps.IsEmpty && run.Swaps.Peek() == swap;

    private static bool IsQuiet(SearchRun run) => run is { Stopping: false, Begun: true, Strategy: StrategyCall.None, IsWritten: true }
        && run.State.Phase == SearchPhase.Searching && run.State.NextToObserve() is null
        && run.Slots.All(slot => slot.IsStill);

    private static void StopAll(Draft draft)
    {
        for (var slot = 0; slot < draft.Run.Slots.Length; slot++)
        {
            if (draft.Run.Slots[slot].Phase != SlotPhase.Leaving)
            {
                draft.Set(slot, new Slot(SlotPhase.Leaving));
                draft.Do(new StopWorker(slot));
            }
        }
    }
}
