namespace NasEngine.Search;

/// <summary>What a run begins with: what a search proposed and did not measure, or the finalists that are not trained.</summary>
internal static class Beginning
{
    public static void Take(Draft draft)
    {
        PauseDecisions.End(draft);
        for (var slot = 0; slot < draft.Run.Slots.Length; slot++)
        {
            draft.Start(slot, failures: 0);
        }

        if (draft.State.Phase == SearchPhase.Finals)
        {
            FinalDecisions.Begin(draft);
            return;
        }

        foreach (var candidate in draft.State.Unmeasured)
        {
            draft.Enqueue(new Job(candidate));
        }

        draft.Do(new AwaitCheckpoint());
    }
}
