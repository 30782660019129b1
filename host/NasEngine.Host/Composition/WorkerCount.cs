using NasEngine.Contracts;
using NasEngine.Host.Asking;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Host.Composition;

/// <summary>How many workers a search has, and how many threads each of them.</summary>
internal sealed class WorkerCount(LaunchOptions launch)
{
    /// <summary>Whether the machine says how many threads a worker has: neither recipe, nor command, nor journal does.</summary>
    public bool IsChosenHere(SearchSpec spec, SearchSpec? recorded) =>
        launch.ThreadsPerWorker is null && spec.Threads == 0 && recorded is null;

    /// <summary>The search with the threads of each of its workers: what command, recipe, journal or machine says, in this order.</summary>
    public PreparedSearch WithThreads(PreparedSearch prepared, SearchSpec? recorded)
    {
        var said = prepared.Spec.Threads;
        var threads = launch.ThreadsPerWorker ?? (said > 0 ? said : recorded?.Threads)
            ?? Math.Max(1, Environment.ProcessorCount / Workers(prepared));
        return prepared with { Spec = prepared.Spec with { Threads = threads } };
    }

    /// <summary>
    /// As many as were asked for, or as there are cores, but no more than candidates may be in flight; a supernet has one.
    /// </summary>
    public int Workers(PreparedSearch prepared) => prepared.Strategy.Kind.HasSupernet()
        ? 1
        : AskingPlugin.IsOf(prepared.Spec) ? prepared.Spec.Window // One for each trial that is waited for; they do nothing.
        : Math.Min(prepared.Spec.Window, launch.Workers ?? Environment.ProcessorCount);
}
