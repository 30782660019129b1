namespace NasEngine.Search;

/// <summary>
/// What a running search does: (run, input) → (events, effects). Pure and total; knows nothing of time, threads or files. Events
/// are written in the order in which they were decided; what must not begin before they are on disk is held back in the run.
/// </summary>
public static class SearchDecider
{
    /// <summary>What follows from an input.</summary>
    public static SearchDecision Decide(SearchRun run, SearchInput input)
    {
        var draft = new Draft(run);
        if (!run.Ended)
        {
            Take(draft, input);
            Settle(draft);
        }

        return draft.Decision();
    }

    private static void Take(Draft draft, SearchInput input)
    {
        switch (input)
        {
            case RunStarted:
                Beginning.Take(draft);
                break;
            case SlotWaits waits:
                SlotDecisions.Take(draft, waits);
                break;
            case SlotReady ready:
                SlotDecisions.Take(draft, ready);
                break;
            case SlotFailed failed:
                SlotDecisions.Take(draft, failed);
                break;
            case InputRejected rejected:
                SlotDecisions.Take(draft, rejected);
                break;
            case SlotGone gone:
                SlotDecisions.Take(draft, gone);
                break;
            case JobMeasured measured:
                JobDecisions.Take(draft, measured);
                break;
            case LatencyWanted wanted:
                JobDecisions.Take(draft, wanted);
                break;
            case JobLost lost:
                JobDecisions.Take(draft, lost);
                break;
            case TurnTaken taken:
                StrategyDecisions.Take(draft, taken);
                break;
            case WinnersNamed winners:
                FinalDecisions.Take(draft, winners);
                break;
            case PartFailed failed:
                draft.Fail(failed.Reason);
                break;
            case TimePassed:
                draft.Run = draft.Run with { TimePassed = true };
                break;
            case CheckpointFallsDue:
                draft.Run = draft.Run with { CheckpointDue = true };
                break;
            case CheckpointWritten written:
                CheckpointDecisions.Take(draft, written);
                break;
            case CheckpointRefused refused:
                CheckpointDecisions.Take(draft, refused);
                break;
            case EventsWritten written:
                draft.Run = draft.Run with { Written = written.Count };
                break;
            case StopAsked:
                draft.Run = draft.Run with { Stopping = true };
                break;
            case PauseAsked:
                PauseDecisions.Begin(draft);
                break;
            case ResumeAsked:
                PauseDecisions.End(draft);
                break;
            case NoteGiven note:
                draft.Emit(new Noted(note.Text, note.Candidate));
                break;
            case NodeHeard heard:
                NodeDecisions.Tell(draft, heard.Happened);
                break;
            default:
                SwapDecisions.Take(draft, input);
                break;
        }
    }

    /// <summary>Does all that can be done now.</summary>
    private static void Settle(Draft draft)
    {
        if (draft.Run.Ended)
        {
            return;
        }

        StrategyDecisions.Settle(draft);
        CheckpointDecisions.Settle(draft);
        SwapDecisions.Settle(draft);
        JobDecisions.Settle(draft);
        NetworkDecisions.Settle(draft);
        Ending.Settle(draft);
    }
}
