using System.Globalization;
using NasEngine.Search;

namespace NasEngine.Host.Display;

/// <summary>What a search works at, or waits for when nothing moves, in a few words. Pure: tested as text.</summary>
internal static class Doing
{
    /// <summary>Before anything is known of it.</summary>
    public const string Starting = "starting";

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(5);

    /// <summary>The words.</summary>
    /// <param name="state">The search; null before anything is known of it.</param>
    /// <param name="workers">Workers that are ready.</param>
    /// <param name="job">What a worker said of its job last; empty when it said nothing.</param>
    /// <param name="quiet">How long nothing was finished; said when it is long.</param>
    public static string Of(SearchState? state, int workers, string job, TimeSpan quiet)
    {
        var words = Words(state, workers, job);
        return quiet < Long || state is { Phase: SearchPhase.Completed or SearchPhase.Failed } || words.Length == 0
            ? words
            : $"{words}, nothing new for {ProgressLine.Duration(quiet)}";
    }

    private static string Words(SearchState? state, int workers, string job) => state switch
    {
        null => Starting,
        { Phase: SearchPhase.Completed } => "done",
        { Phase: SearchPhase.Failed } => "failed",
        { IsPaused: true } => $"paused{InFlight(state)}; nas resume {state.Spec.Name} goes on",
        { Phase: SearchPhase.Finals } => workers == 0 ? "a worker starts" : job.Length > 0 ? $"winners: {job}" : "the winners are trained",
        _ when state.NextToObserve() is not null || !state.Unmeasured.Any() => "the strategy thinks",
        _ => workers == 0 ? "a worker starts" : job,
    };

    private static string InFlight(SearchState state) => state.Unmeasured.Count() is > 0 and var open
        ? string.Create(CultureInfo.InvariantCulture, $", {open} proposed and not measured")
        : "";
}
