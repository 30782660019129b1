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
            ?? Math.Max(1, Environment.ProcessorCount / Math.Max(1, OfThisMachine(prepared)));
        return prepared with { Spec = prepared.Spec with { Threads = threads } };
    }

    /// <summary>
    /// As many as were asked for, or as there are cores, but no more than candidates may be in flight; a supernet has one.
    /// </summary>
    public int Workers(PreparedSearch prepared) => HasNodes(prepared) ? prepared.Spec.Window : OfThisMachine(prepared);

    /// <summary>
    /// Those of this machine. Where nodes may join there are others, for whatever else may be in flight: each waits until a node has room.
    /// </summary>
    /// <exception cref="InputException">There would be none.</exception>
    public int OfThisMachine(PreparedSearch prepared) => prepared.Strategy.Kind.HasSupernet() ? SupernetWorkers(prepared.Spec)
        : AskingPlugin.IsOf(prepared.Spec) ? prepared.Spec.Window // One for each trial that is waited for; they do nothing.
        : Math.Min(prepared.Spec.Window, launch.Workers ?? Environment.ProcessorCount);

    /// <summary>Whether nodes help with the steps of its supernet.</summary>
    public bool HasStepHelpers(PreparedSearch prepared) => launch.Cluster is { StepHelpers: > 0 } && prepared.Strategy.Kind.HasSupernet();

    /// <summary>Whether trials are spread over nodes; a supernet stays where it is.</summary>
    public bool HasNodes(PreparedSearch prepared) =>
        launch.Cluster is not null && !prepared.Strategy.Kind.HasSupernet() && !AskingPlugin.IsOf(prepared.Spec);

    private int SupernetWorkers(SearchSpec spec) => launch.Workers == 0
        ? throw new InputException($"Search '{spec.Name}' trains a supernet, on the coordinator's machine alone; leave --workers 0 out.")
        : 1;
}
