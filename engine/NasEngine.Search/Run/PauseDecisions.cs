namespace NasEngine.Search;

/// <summary>
/// A pause: what is in flight is finished and journaled, nothing new begins and the strategy is not asked. A search that is to stop is
/// stopped from it; the next run of it goes on.
/// </summary>
internal static class PauseDecisions
{
    public static void Begin(Draft draft)
    {
        if (!draft.State.IsPaused && draft.State.Phase is SearchPhase.Searching or SearchPhase.Finals)
        {
            draft.Emit(new Paused());
        }
    }

    public static void End(Draft draft)
    {
        if (draft.State.IsPaused)
        {
            draft.Emit(new Resumed());
        }
    }

    /// <summary>Whether nothing new begins.</summary>
    public static bool Holds(SearchRun run) => run.State.IsPaused && !run.Stopping;
}
