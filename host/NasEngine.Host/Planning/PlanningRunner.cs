using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Host.Commands;
using NasEngine.Host.Composition;
using NasEngine.Host.Display;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;

namespace NasEngine.Host.Planning;

/// <summary>
/// Plans the searches of a recipe that begin before the first of them is waited for, and ends the recipe there: what comes after needs
/// what they find.
/// </summary>
/// <param name="workspace">The workspace, which is read and not written.</param>
/// <param name="services">The plugins.</param>
/// <param name="launch">How the searches would be run.</param>
/// <param name="time">The clock.</param>
internal sealed class PlanningRunner(string workspace, HostServices services, LaunchOptions launch, TimeProvider time) : ISearchRunner
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly PlannedException _planned = new(); // One for all: a recipe that waits for several gets any of theirs.
    private readonly List<RunPlan> _plans = [];
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly WorkerCount _count = new(launch);

    /// <summary>The plans so far.</summary>
    public IReadOnlyList<RunPlan> Plans => _plans;

    /// <inheritdoc/>
    public Task<SearchResult> RunAsync(SearchSpec spec, CancellationToken cancellation) => RunAsync(spec, null, cancellation);

    /// <inheritdoc/>
    public async Task<SearchResult> RunAsync(SearchSpec spec, Action<FoundTrial>? onTrial, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            _plans.Add(await PlanAsync(spec, cancellation).ConfigureAwait(false));
        }
        finally
        {
            _turn.Release();
        }

        throw _planned;
    }

    /// <inheritdoc/>
    public Task<SearchWorth> WorthAsync(string search, WorthRequest request, CancellationToken cancellation) =>
        throw _planned;

    /// <inheritdoc/>
    public void Print(SearchResult result)
    {
    }

    /// <inheritdoc/>
    public void Print(FoundFront front)
    {
    }

    /// <inheritdoc/>
    public void Print(SearchWorth worth)
    {
    }

    /// <inheritdoc/>
    public void Print(string line)
    {
    }

    private async Task<RunPlan> PlanAsync(SearchSpec spec, CancellationToken cancellation)
    {
        var header = SearchArgument.Recorded(workspace, spec.Name, isSound: true);
        var placed = SearchPlace.Of(spec, header, launch, services.Catalog);
        var prepared = _count.WithThreads(PreparedSearch.From(
            placed, services.Catalog, new EarlierSearches(workspace), MeasuredHere.Read(workspace)), header?.Spec);
        var times = await Patience.ForAsync(
            MeasuredAsync(prepared, header, cancellation), $"{spec.Name}: a short training is measured", time).ConfigureAwait(false);
        return new RunPlan(
            prepared.Spec,
            prepared.Space.Decisions.Size,
            prepared.Parts.Costs.Range(MetricNames.Macs)?.Most,
            prepared.Parts.Costs.Range(MetricNames.Parameters)?.Most,
            Math.Max(1, _count.OfThisMachine(prepared)),
            times)
        {
            State = header is null ? null : ListCommand.StateOf(header, workspace),
        };
    }

    private async Task<WorkTimes> MeasuredAsync(PreparedSearch prepared, SearchHeader? recorded, CancellationToken cancellation)
    {
        var nowhere = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var workers = new WorkerLaunch(launch, services.Catalog, time);
        await using var first = await FirstWorker.StartAsync(
            workers.Create, prepared.Spec, MachineWork.Inputs, nowhere, new RunSettings(), time, cancellation).ConfigureAwait(false);
        await using var worker = first.Create(prepared.Spec, 0);
        await worker.StartAsync(null, cancellation).ConfigureAwait(false);
        DeliveryCheck.MustMeasure(prepared, first.Ready.Metrics, recorded);
        if (recorded is not null)
        {
            SearchRunner.MustBeTheSame(workspace, recorded, prepared.Spec, first.Ready.Inputs);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        return await new PlanMeasurement(prepared, worker, services.Catalog, time).MeasureAsync(limit.Token).ConfigureAwait(false);
    }

    /// <summary>Ends the recipe where its plan is known.</summary>
    internal sealed class PlannedException : Exception;
}
