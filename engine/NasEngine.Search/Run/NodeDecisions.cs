namespace NasEngine.Search;

/// <summary>A node is lost with what it worked on: that is given elsewhere and is no attempt, but not for ever.</summary>
internal static class NodeDecisions
{
    /// <summary>The journal takes note, as long as anything goes into it.</summary>
    public static void Tell(Draft draft, NodeHappened happened)
    {
        if (draft.State.Phase is SearchPhase.Searching or SearchPhase.Finals)
        {
            draft.Emit(happened);
        }
    }

    public static void Lose(Draft draft, JobLost lost, Job job, NodeRef node)
    {
        draft.Set(lost.Slot, new Slot(SlotPhase.Leaving));
        if (draft.State.Phase is SearchPhase.Failed or SearchPhase.Completed)
        {
            return;
        }

        var number = job.Candidate.Number;
        var nodes = draft.Run.NodesLost.GetValueOrDefault(number, []).Add(node.Name);
        draft.Emit(new NodeHappened(node, new CandidateLeft(number, lost.Reason)));
        if (nodes.Length < draft.Run.Rules.NodesLost)
        {
            draft.Run = draft.Run with { NodesLost = draft.Run.NodesLost.SetItem(number, nodes), Lost = draft.Run.Lost.Push(job) };
            draft.Do(new Tell($"{lost.Reason.TrimEnd('.')}; {job.Name} is given elsewhere, and this is no attempt at it."));
        }
        else
        {
            var names = string.Join(", ", nodes.Distinct().Select(name => $"'{name}'"));
            draft.Do(new Tell($"{lost.Reason.TrimEnd('.')}; {job.Name} is given up."));
            JobDecisions.GiveUp(draft, lost.Slot, job, $"{nodes.Length} nodes were lost while they had it: {names}.", lost.Seconds);
        }
    }
}
