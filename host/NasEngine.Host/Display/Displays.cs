using NasEngine.Pipeline.Searches;
using Spectre.Console;

namespace NasEngine.Host.Display;

/// <summary>Chooses how a running search is shown.</summary>
internal static class Displays
{
    /// <summary>Whether the output is a terminal that can be drawn on; <c>TERM=dumb</c> is none.</summary>
    public static bool CanDraw => !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Ansi;

    /// <summary>Tells several.</summary>
    public static ISearchObserver Of(params ISearchObserver[] all) => new Several(all);

    private sealed class Several(ISearchObserver[] all) : ISearchObserver
    {
        public void Changed(Search.SearchState state) => Array.ForEach(all, one => one.Changed(state));

        public void WorkerStarted(int slot, Pipeline.Workers.WorkerReady ready) =>
            Array.ForEach(all, one => one.WorkerStarted(slot, ready));

        public void JobProgress(int slot, string stage, long done, long total) =>
            Array.ForEach(all, one => one.JobProgress(slot, stage, done, total));

        public void Note(string sentence) => Array.ForEach(all, one => one.Note(sentence));
    }
}
