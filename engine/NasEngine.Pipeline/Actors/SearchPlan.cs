using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Pipeline.Actors;

/// <summary>All that a search actor is made with.</summary>
internal sealed record SearchPlan(
    SearchState State,
    SearchParts Parts,
    IPluginHost? Plugins,
    IEventLog Log,
    Func<int, IWorker> CreateWorker,
    TrainerMemory Memory,
    string ResultFolder,
    RunSettings Settings,
    ISearchObserver Observer,
    TimeProvider Time,
    TaskCompletionSource<SearchOutcome> Outcome)
{
    /// <summary>Folder for the network of a finalist.</summary>
    public string FolderOf(int rank) => Path.Combine(ResultFolder, rank == 0 ? "best" : $"runner-up-{rank}");
}
