namespace NasEngine.Search;

/// <summary>Workers come and go. What one says after it was told to go, or said that it goes, counts for nothing.</summary>
internal static class SlotDecisions
{
    public static void Take(Draft draft, SlotWaits waits)
    {
        if (draft.Run.Slots[waits.Slot].IsStarting)
        {
            draft.Set(waits.Slot, new Slot(waits.Waits ? SlotPhase.Waiting : SlotPhase.Starting));
        }
    }

    public static void Take(Draft draft, SlotReady ready)
    {
        if (!draft.Run.Slots[ready.Slot].IsStarting)
        {
            return;
        }

        draft.Run = draft.Run with
        {
            FailedStarts = 0, Stateful = draft.Run.Stateful || ready.Stateful, GuessingLoss = ready.GuessingLoss,
        };
        draft.Set(ready.Slot, new Slot(SlotPhase.Idle));
    }

    public static void Take(Draft draft, SlotFailed failed)
    {
        if (!draft.Run.Slots[failed.Slot].IsStarting)
        {
            return;
        }

        if (failed.Node is { } node)
        {
            draft.Set(failed.Slot, new Slot(SlotPhase.Leaving));
            NodeDecisions.Tell(draft, new NodeHappened(node, new StartFailed(failed.Reason)));
            draft.Do(new Tell(failed.Reason));
            return;
        }

        var starts = draft.Run.FailedStarts + 1;
        draft.Set(failed.Slot, new Slot(SlotPhase.Leaving, Failures: starts));
        if (draft.Run.Swap == SwapStage.Renewing)
        {
            SwapDecisions.Revert(draft, $"a worker does not start on the new version: {failed.Reason}");
            return;
        }

        draft.Run = draft.Run with { FailedStarts = starts };
        draft.Do(new Tell(failed.Reason));
        if (starts >= draft.Run.Rules.Attempts * draft.Run.Slots.Length)
        {
            draft.Fail(
                $"No worker starts: {failed.Reason.TrimEnd('.')}. Where that is a limit or the machine, mend it and go on.");
        }
    }

    public static void Take(Draft draft, InputRejected rejected)
    {
        if (draft.Run.Slots[rejected.Slot].Phase == SlotPhase.Leaving)
        {
            return;
        }

        draft.Set(rejected.Slot, new Slot(SlotPhase.Leaving));
        if (draft.Run.Swap == SwapStage.Renewing)
        {
            SwapDecisions.Revert(draft, rejected.Problem.Message);
        }
        else
        {
            draft.End(new Reject(rejected.Problem));
        }
    }

    public static void Take(Draft draft, SlotGone gone)
    {
        switch (draft.Run.Slots[gone.Slot])
        {
            case { Job: { } job }:
                JobDecisions.Lose(draft, gone.Slot, job, "Its worker ended.");
                break;
            case { IsStarting: true }:
                Take(draft, new SlotFailed(gone.Slot, "A worker ended when it started."));
                break;
            case { Phase: SlotPhase.Saving }:
                CheckpointDecisions.Refuse(draft, "its worker ended.");
                break;
        }

        draft.Start(gone.Slot, draft.Run.Slots[gone.Slot].Failures);
    }
}
