using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Host.Asking;
using NasEngine.Host.Clusters;
using NasEngine.Host.Commands;
using NasEngine.Host.Control;
using NasEngine.Host.Display;
using NasEngine.Host.Exports;
using NasEngine.Host.Importing;
using NasEngine.Host.Reports;
using NasEngine.Host.Worth;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Measuring;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Sharing;
using NasEngine.Pipeline.Workers;
using NasEngine.Pipeline.Workers.Processes;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Host.Composition;

/// <summary>
/// Runs the searches of recipes and of <c>nas resume</c> in one workspace, those that are started at once side by side, and writes their
/// results.
/// </summary>
internal sealed partial class HostSearchRunner(
    string workspace, HostServices services, LaunchOptions launch, bool json, string? recipe, TimeProvider time) : ISearchRunner,
    IDisposable
{
    private readonly FoundSearches _found = new();
    private readonly WorkerCount _count = new(launch);
    private readonly SearchTurns _turns = new(Math.Max(1, launch.Workers ?? Environment.ProcessorCount));
    private readonly Machine _machine = new();
    private readonly MeasuredFolder _measured = new(workspace);
    private readonly RunsHere _runs = new();
    private readonly Stage _stage = new(json, time);
    private readonly ClusterOfRun? _cluster = launch.Cluster is { } cluster ? new ClusterOfRun(cluster, time) : null;
    private WorkspaceLock? _lock;

    /// <summary>What the searches found, in the order in which they were first begun.</summary>
    public IReadOnlyList<SearchSummary> Done => _found.All;

    /// <summary>What the search found that was begun last.</summary>
    public SearchSummary? Last => _found.Last;

    /// <summary>The lock of the workspace, where the caller has taken it; it is given back with this.</summary>
    public WorkspaceLock? Held { init => _lock = value; }

    /// <summary>The parts that the recipe holds.</summary>
    public RecipeParts Parts { get; } = new(workspace, services.Catalog);

    /// <summary>The look whether the journal is sound, where the caller has begun it: of many trials it takes long.</summary>
    public Task? Soundness { get; init; }

    private StartingSearch Starting => new(workspace, services, launch, _count, recipe, time);

    /// <inheritdoc/>
    public Task<SearchResult> RunAsync(SearchSpec spec, CancellationToken cancellation) => RunAsync(spec, null, cancellation);

    /// <inheritdoc/>
    public Task<SearchWorth> WorthAsync(string search, WorthRequest request, CancellationToken cancellation) =>
        _turns.AloneAsync(search, launch.InProcess != true, () => WorthAloneAsync(search, request, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<ExportedModel> ExportOnnxAsync(string search, Architecture architecture, string path, CancellationToken cancellation) =>
        _turns.AloneAsync(
            search, hasProcesses: false,
            () => RecipeExport.WriteAsync(workspace, services, launch.Data, search, architecture, path, Print), cancellation);

    /// <inheritdoc/>
    public Task ExportAsync(string search, Architecture architecture, string path, string format, CancellationToken cancellation) =>
        _turns.AloneAsync(
            search, hasProcesses: false,
            async () =>
            {
                await RecipeExport.WriteAsync(workspace, services, launch.Data, search, architecture, path, format, Print);
                return true;
            },
            cancellation);

    /// <inheritdoc/>
    public string Table(string name) => ImportedTables.Existing(workspace, name);

    /// <inheritdoc/>
    public void Dispose()
    {
        _cluster?.Dispose();
        Parts.Dispose();
        _lock?.Dispose();
        _turns.Dispose();
    }

    /// <summary>Searches whose trials are told have one teller, and so one turn.</summary>
    private Task<SearchResult> InTurnAsync(SearchSpec spec, Func<Task<SearchResult>> run, CancellationToken cancellation) =>
        _turns.AloneAsync(AskingPlugin.IsOf(spec) ? "" : spec.Name, !WorkerLaunch.IsInProcess(launch, spec), run, cancellation);

    private async Task<SearchWorth> WorthAloneAsync(string search, WorthRequest request, CancellationToken cancellation)
    {
        _found.Begin(search);
        var question = new WorthQuestion(workspace, services, MeasuredHere.For(_measured, _machine));
        var plan = question.Plan(search, request);
        foreach (var change in question.Changes(plan))
        {
            Console.Error.WriteLine(change);
        }

        await CompleteAsync(new SearchRun(plan.Spec) { Compared = plan.Subject.History.Header }, cancellation).ConfigureAwait(false);
        var (worth, summary) = question.Answer(plan);
        _found.Keep(summary);
        return worth;
    }

    private async Task<PreparedSearch> CompleteAsync(SearchRun run, CancellationToken cancellation)
    {
        var (spec, compared) = (run.Spec, run.Compared);
        var header = SearchArgument.Recorded(workspace, spec.Name, Soundness is not null);
        var measured = MeasuredHere.For(_measured, _machine);
        var finished = new FinishedSearch(workspace, launch, _count, measured);
        var done = finished.ByItsOwnPlugins(spec, header, compared);
        await (Soundness ?? Task.CompletedTask).ConfigureAwait(false);
        if (done is not null)
        {
            return done;
        }

        if (header is not null)
        {
            services.MustHave(workspace, header);
        }

        var (placed, prepared) = finished.Prepare(spec, header, services);
        WorkerAllocator.Find();
        var settings = Starting.SettingsOf(prepared);
        await FirstProposal.MustExistAsync(
            header, prepared.Spec, services.Catalog, new EarlierSearches(workspace), measured, settings.StrategyLimit)
            .ConfigureAwait(false);
        if (finished.IsDoneWithoutData(header, prepared, services, compared))
        {
            KeepParts(prepared);
            return prepared;
        }

        var (places, isDone) = (new SearchPlaces(prepared, launch), header is { State: "completed" });
        if (!isDone && !AskingPlugin.IsOf(spec))
        {
            places.MustExist();
            places.Remarks().ToList().ForEach(Console.Error.WriteLine);
        }

        if (launch.Cluster is { StepHelpers: > 0 } && !_count.HasStepHelpers(prepared))
        {
            Console.Error.WriteLine($"{prepared.Spec.Name}: it trains no supernet, so --step-helpers has nothing to do here.");
        }

        var nodes = _count.HasNodes(prepared) || _count.HasStepHelpers(prepared) || places.NeedNodes
            ? _cluster?.Workers(prepared.Spec, places, _count.OfThisMachine(prepared))
            : null;
        var (workers, share) = (new WorkerLaunch(launch, services.Catalog, time, nodes), _machine.Join(_count.Workers(prepared)));
        await using var first = await DefinitionFault.NamedAsync(
            placed, prepared.Spec, () => Starting.FirstAsync(
                prepared.Spec, isDone ? MachineWork.Inputs : places.Used[0], workers, settings, share, cancellation)).ConfigureAwait(false);
        prepared = prepared with { EstimatorPlans = first.Ready.PlansByBudget };
        DeliveryCheck.MustMeasure(prepared, first.Ready.Metrics, header);
        if (finished.IsDone(header, prepared, first.Ready.Inputs, compared))
        {
            KeepParts(prepared);
            return prepared; // Reading it is no matter of who writes to the workspace.
        }

        _lock ??= Locked();
        measured.Keep(header is null ? null : spec.Name);
        run.Begin?.Invoke(prepared.Spec, Starting.Origin(prepared, first.Ready.Inputs));
        Parts.Keep(prepared.Spec, () => { });
        var chosen = _count.IsChosenHere(spec, header?.Spec);
        run.Telling?.Begin(prepared);
        var outcome = await _turns.BesideOthersAsync(() => SearchAsync(
            prepared, settings, workers, first, share, measured, chosen, run.Telling, cancellation)).ConfigureAwait(false);
        if (outcome.Interrupted)
        {
            if (!launch.Quiet)
            {
                Console.Error.WriteLine(StopText.Of(outcome, spec, workspace, launch));
            }

            throw new OperationCanceledException(cancellation);
        }

        if (outcome.State.Failure is { } failure)
        {
            throw new SearchFailedException($"Search '{spec.Name}' failed: {failure}", outcome.Problem);
        }

        return prepared;
    }

    /// <summary>The parts that the recipe of a finished search holds, where they are not kept as they are now.</summary>
    private void KeepParts(PreparedSearch done) => Parts.Keep(done.Spec, () => _lock ??= Locked());

    private WorkspaceLock Locked()
    {
        WorkspaceRoom.Check(workspace);
        var held = WorkspaceLock.Take(workspace);
        new RequestFolder(workspace).Clear();
        RunStatus.Clear(workspace);
        return held;
    }

    private async Task<SearchOutcome> SearchAsync(
        PreparedSearch prepared, RunSettings settings, WorkerLaunch workers, FirstWorker first, MachineShare share, MeasuredCosts measured,
        bool chosen, TrialTelling? telling, CancellationToken cancellation)
    {
        foreach (var remark in first.Ready.Remarks.Prepend(DirectionText.Of(prepared.Spec)).OfType<string>())
        {
            Console.Error.WriteLine(remark);
        }

        if (ThreadsText.Of(prepared.Spec, _count.OfThisMachine(prepared), chosen) is { } threads)
        {
            Console.Error.WriteLine(threads);
        }

        using var running = _lock!.Running(prepared.Spec.Name);
        return await new RunningSearch(workspace, services, launch, _runs, _stage, time).RunAsync(
            prepared, Starting.Origin(prepared, first.Ready.Inputs), settings, workers, first, share, measured, telling, cancellation)
            .ConfigureAwait(false);
    }
}
