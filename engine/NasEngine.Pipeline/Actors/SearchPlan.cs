using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Sharing;
using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Pipeline.Actors;

/// <summary>All that the actors of a search are made with.</summary>
internal sealed record SearchPlan(
    SearchState State,
    ImmutableArray<CheckpointSaved> Checkpoints,
    SearchParts Parts,
    IPluginHost? Plugins,
    IEventLog Log,
    Func<int, IWorker> CreateWorker,
    string CheckpointFolder,
    string NetworkFolder,
    string ResultFolder,
    RunSettings Settings,
    ISearchObserver Observer,
    TimeProvider Time)
{
    /// <summary>Wall time that earlier runs of the search took.</summary>
    public TimeSpan Before { get; init; }

    /// <summary>What its jobs have of the machine; all of it where nobody else is told of.</summary>
    public MachineShare Share { get; init; } = new Machine().Join(Settings.Workers);

    /// <summary>What its candidates are.</summary>
    public MachineWork Work => Parts.Strategy.Kind.HasSupernet() ? MachineWork.Steps : MachineWork.Trials;

    /// <summary>Makes the worker that measures latencies; null where the one that trained does.</summary>
    public Func<IWorker>? CreateBench { get; init; }

    /// <summary>Watches the calls of its workers.</summary>
    public JobWatch Jobs { get; } = new(new JobTimes(Settings.JobSilence), Time);

    /// <summary>Watches the calls of its parts.</summary>
    public PartWatch Calls { get; } = new(Settings.StrategyLimit, Time, () => Parts.Measured.IsBusy);

    /// <summary>Folder for the network of a finalist until the winners are ranked; see <see cref="WinnerFolders"/>.</summary>
    public string FolderOf(int chosen) => Path.Combine(ResultFolder, WinnerFolders.Unranked(chosen));
}
