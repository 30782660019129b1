using NasEngine.Pipeline.Actors;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests.Toys;

/// <summary>Plans for single actors of a search.</summary>
internal static class Plans
{
    public static SearchPlan Of(ToyParts parts, IEventLog log, ISearchObserver observer, RunSettings? settings = null)
    {
        var prepared = PreparedSearch.From(ToyParts.Spec(), parts);
        return new SearchPlan(
            new SearchState(prepared.Spec),
            [],
            prepared.Parts,
            null,
            log,
            _ => new InProcessWorker(prepared.Spec, parts),
            Path.GetTempPath(),
            Path.GetTempPath(),
            Path.GetTempPath(),
            settings ?? new RunSettings { DiskRetry = TimeSpan.FromMilliseconds(1) },
            observer,
            TimeProvider.System);
    }
}
