using NasEngine.Contracts;
using NasEngine.Host.Display;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Host.Composition;

/// <summary>What is said when a search stopped before its end, with how to go on.</summary>
internal static class StopText
{
    /// <summary>A sentence or two.</summary>
    public static string Of(SearchOutcome outcome, SearchSpec spec, string workspace, LaunchOptions launch) => launch.Told.IsIdle
        ? $"Search '{spec.Name}' waits for results. Ask for trials: nas ask {spec.Name}; tell what came of one: "
            + $"nas tell {spec.Name} NUMBER METRIC=VALUE"
        : $"Stopped after {BudgetText.Candidates(outcome.State.ObservedCount, spec.Budget)}. Go on with: "
            + ResumeHint.Of(spec, workspace, launch.Plugins);
}
