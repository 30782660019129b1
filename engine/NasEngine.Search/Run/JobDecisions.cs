using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>
/// Who works on what: jobs wait, are leased to a slot, and come back as a result or lost. A result is journaled as it comes.
/// </summary>
internal static class JobDecisions
{
    public static void Take(Draft draft, JobMeasured measured)
    {
        if (Leased(draft, measured.Slot, measured.Lease) is not { } job)
        {
            return;
        }

        draft.Set(measured.Slot, new Slot(SlotPhase.Idle));
        End(draft, job, measured);
    }

    public static void Take(Draft draft, LatencyWanted wanted)
    {
        if (Leased(draft, wanted.Slot, wanted.Lease) is { } job)
        {
            draft.Set(wanted.Slot, new Slot(SlotPhase.AwaitsLatency, job) { Measured = wanted.Measurement });
        }
    }

    public static void Take(Draft draft, JobLost lost)
    {
        if (Leased(draft, lost.Slot, lost.Lease) is not { } job)
        {
            return;
        }

        if (lost.Node is { } node)
        {
            NodeDecisions.Lose(draft, lost, job, node);
        }
        else
        {
            Lose(draft, lost.Slot, job, lost.Reason, lost.Seconds);
        }
    }

    /// <summary>An attempt is lost; the job is tried again, or given up after as many attempts as it may have.</summary>
    public static void Lose(Draft draft, int slot, Job job, string reason, double seconds = 0)
    {
        var attempt = draft.State.Attempts.GetValueOrDefault(job.Candidate.Number) + 1;
        draft.Set(slot, new Slot(SlotPhase.Leaving, Failures: attempt));
        if (draft.State.Phase is SearchPhase.Failed or SearchPhase.Completed)
        {
            return;
        }

        draft.Emit(new AttemptFailed(job.Candidate.Number, attempt, reason) { By = new WorkedBy(slot + 1, seconds) });
        draft.Do(new Tell($"Attempt {attempt} of {draft.Run.Rules.Attempts} at {job.Name} failed: {reason}"));
        if (attempt < draft.Run.Rules.Attempts)
        {
            draft.Run = draft.Run with { Lost = draft.Run.Lost.Push(job) };
        }
        else
        {
            GiveUp(draft, slot, job, $"{attempt} attempts failed.", seconds);
        }
    }

    /// <summary>A job is not tried again.</summary>
    public static void GiveUp(Draft draft, int slot, Job job, string reason, double seconds) =>
        End(draft, job, new JobMeasured(slot, job.Lease, Measurement.Failed(FailureKind.Poisoned, reason)) { Seconds = seconds });

    public static void Settle(Draft draft)
    {
        MeasureLatency(draft);
        while (MayBegin(draft.Run) && IdleSlot(draft.Run) is { } slot && (FirstLost(draft.Run) ?? FirstWaiting(draft.Run)) is { } next)
        {
            var run = draft.Run;
            var job = next with { Lease = run.LastLease + 1 };
            draft.Run = run with
            {
                LastLease = job.Lease,
                Slots = run.Slots.SetItem(slot, new Slot(SlotPhase.Running, job)),
                Lost = run.Lost.IsEmpty ? run.Lost : run.Lost.Pop(),
                Waiting = run.Lost.IsEmpty ? run.Waiting.Dequeue() : run.Waiting,
            };
            draft.Do(new AssignJob(slot, job));
        }
    }

    private static void End(Draft draft, Job job, JobMeasured measured)
    {
        draft.Run = draft.Run with { NodesLost = draft.Run.NodesLost.Remove(job.Candidate.Number) };
        if (job.Rank is not null)
        {
            FinalDecisions.Take(draft, job, measured);
        }
        else if (draft.State.Phase == SearchPhase.Searching)
        {
            draft.Emit(new Measured(job.Candidate.Number, measured.Measurement) { By = measured.By });
            Divergence.Look(draft, job.Candidate.Work, measured.Measurement);
        }
    }

    private static Job? Leased(Draft draft, int slot, long lease) =>
        draft.Run.Slots[slot].Job is { } job && job.Lease == lease ? job : null;

    /// <summary>One at a time, when no other slot works: a time taken beside other people's work says nothing.</summary>
    private static void MeasureLatency(Draft draft)
    {
        var slots = draft.Run.Slots;
        if (slots.Any(slot => slot.Phase is SlotPhase.Running or SlotPhase.MeasuresLatency))
        {
            return;
        }

        for (var slot = 0; slot < slots.Length; slot++)
        {
            if (slots[slot] is { Phase: SlotPhase.AwaitsLatency, Job: { } job, Measured: { } measured })
            {
                draft.Set(slot, new Slot(SlotPhase.MeasuresLatency, job));
                draft.Do(new MeasureLatency(slot, job, measured));
                return;
            }
        }
    }

    private static bool MayBegin(SearchRun run) => !run.Stopping && !run.State.IsPaused && !run.IsOverdue && run.Swaps.IsEmpty
        && !(run.CheckpointWanted && run.State.Arrived.IsEmpty);

    private static Job? FirstLost(SearchRun run) => run.Lost.IsEmpty ? null : run.Lost.Peek();

    /// <summary>The first that was not tried yet, when what it rests on is on disk.</summary>
    private static Job? FirstWaiting(SearchRun run) => run.Waiting.IsEmpty || run.Waiting.Peek().After > run.Written
        || run.State.Phase is SearchPhase.Failed or SearchPhase.Completed ? null : run.Waiting.Peek().Job;

    /// <summary>A slot that may begin something; none while a latency waits or is measured.</summary>
    private static int? IdleSlot(SearchRun run)
    {
        int? idle = null;
        for (var slot = 0; slot < run.Slots.Length; slot++)
        {
            switch (run.Slots[slot].Phase)
            {
                case SlotPhase.AwaitsLatency or SlotPhase.MeasuresLatency:
                    return null;
                case SlotPhase.Idle:
                    idle ??= slot;
                    break;
            }
        }

        return idle;
    }
}
