namespace NasEngine.Search;

/// <summary>Checkpoints of a supernet: between two candidates, after the last one is observed and in the journal.</summary>
internal static class CheckpointDecisions
{
    public static void Take(Draft draft, CheckpointWritten written)
    {
        if (draft.Run.Slots[written.Slot].Phase != SlotPhase.Saving)
        {
            return;
        }

        draft.Set(written.Slot, new Slot(SlotPhase.Idle));
        draft.Emit(written.Saved);
        draft.Run = draft.Run with
        {
            CheckpointDue = false,
            CheckpointAt = draft.State.ObservedCount,
            Checkpoints = [.. draft.Run.Checkpoints.Add(written.Saved).TakeLast(draft.Run.Rules.CheckpointsKept)],
        };
        draft.Do(new AwaitCheckpoint());
    }

    public static void Take(Draft draft, CheckpointRefused refused)
    {
        if (draft.Run.Slots[refused.Slot].Phase == SlotPhase.Saving)
        {
            draft.Set(refused.Slot, new Slot(SlotPhase.Idle));
            Refuse(draft, refused.Reason);
        }
    }

    /// <summary>The search goes on without it; a swap cannot.</summary>
    public static void Refuse(Draft draft, string reason)
    {
        draft.Do(new Tell($"The checkpoint could not be written: {reason} The search goes on without it."));
        draft.Run = draft.Run with { CheckpointDue = false };
        draft.Do(new AwaitCheckpoint());
        if (!draft.Run.Swaps.IsEmpty)
        {
            SwapDecisions.Refuse(draft, $"the checkpoint to go on from could not be written: {reason}");
        }
    }

    public static void Settle(Draft draft)
    {
        var run = draft.Run;
        if (!run.CheckpointWanted || run.Strategy != StrategyCall.None || run.Swap != SwapStage.None
            || !run.IsWritten || !run.State.Arrived.IsEmpty || run.IsBusy)
        {
            return;
        }

        for (var slot = 0; slot < run.Slots.Length; slot++)
        {
            if (run.Slots[slot].Phase == SlotPhase.Idle)
            {
                draft.Run = run with { CheckpointTriedAt = run.State.ObservedCount };
                draft.Set(slot, new Slot(SlotPhase.Saving));
                draft.Do(new SaveCheckpoint(slot, run.State.ObservedCount - 1));
                return;
            }
        }
    }
}
