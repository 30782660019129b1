using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;

namespace NasEngine.Benchmarks.View;

/// <summary>A search over made-up results that runs in this process, with a worker for each core.</summary>
internal static class CellSearch
{
    private static readonly SearchOrigin Origin = new("bench", "cpu", null, [], null);

    /// <summary>Runs it to its end, or until its observer ends it.</summary>
    public static void Run(string workspace, CellParts parts, string name, long trials, CountingObserver? observer = null) => new SearchRunner(
        workspace, (spec, _) => new InProcessWorker(spec, parts), new RunSettings { Workers = Environment.ProcessorCount },
        observer ?? (ISearchObserver)NoObserver.Instance, TimeProvider.System)
        .RunAsync(PreparedSearch.From(CellParts.Spec(name, trials), parts), Origin, observer?.Stop ?? CancellationToken.None).Wait();
}
