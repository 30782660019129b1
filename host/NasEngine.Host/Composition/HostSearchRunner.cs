using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Host.Commands;
using NasEngine.Host.Display;
using NasEngine.Host.Exports;
using NasEngine.Host.Importing;
using NasEngine.Host.Output;
using NasEngine.Host.Reports;
using NasEngine.Host.Worth;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;
using NasEngine.Pipeline.Workers.Processes;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Host.Composition;

/// <summary>Runs the searches of recipes and of <c>nas resume</c> in one workspace, one after another, and writes their results.</summary>
internal sealed partial class HostSearchRunner(
    string workspace, HostServices services, LaunchOptions launch, bool json, string? recipe, TimeProvider time) : ISearchRunner,
    IDisposable
{
    private readonly Dictionary<string, SearchSummary> _found = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly WorkerCount _count = new(launch);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private WorkspaceLock? _lock;

    /// <summary>What the searches found, in the order in which they were first done.</summary>
    public IReadOnlyList<SearchSummary> Done => [.. _names.Select(name => _found[name])];

    /// <summary>What the last search found.</summary>
    public SearchSummary? Last { get; private set; }

    /// <summary>The lock of the workspace, where the caller has taken it; it is given back with this.</summary>
    public WorkspaceLock? Held { init => _lock = value; }

    /// <summary>The parts that the recipe holds.</summary>
    public RecipeParts Parts { get; } = new(workspace, services.Catalog);

    /// <summary>The look whether the journal is sound, where the caller has begun it: of many trials it takes long.</summary>
    public Task? Soundness { get; init; }

    /// <inheritdoc/>
    public Task<SearchResult> RunAsync(SearchSpec spec, CancellationToken cancellation) => RunAsync(spec, null, cancellation);

    /// <inheritdoc/>
    public Task<SearchWorth> WorthAsync(string search, WorthRequest request, CancellationToken cancellation) =>
        InTurnAsync(() => WorthAloneAsync(search, request, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<ExportedModel> ExportOnnxAsync(string search, Architecture architecture, string path, CancellationToken cancellation) =>
        InTurnAsync(() => RecipeExport.WriteAsync(workspace, services, launch.Data, search, architecture, path, Print), cancellation);

    /// <inheritdoc/>
    public Task ExportAsync(string search, Architecture architecture, string path, string format, CancellationToken cancellation) =>
        InTurnAsync(
            async () =>
            {
                await RecipeExport.WriteAsync(workspace, services, launch.Data, search, architecture, path, format, Print);
                return true;
            },
            cancellation);

    /// <inheritdoc/>
    public string Table(string name) => ImportedTables.Existing(workspace, name);

    /// <inheritdoc/>
    public void Print(SearchResult result)
    {
        if (!json && _found.TryGetValue(result.Name, out var summary))
        {
            ResultTable.Print(summary);
        }
    }

    /// <inheritdoc/>
    public void Print(FoundFront front)
    {
        if (!json && _found.TryGetValue(front.Search, out var summary))
        {
            FrontTable.Print(summary.Front, summary.History.Header.Spec.Objective.Axes[0].Metric);
        }
    }

    /// <inheritdoc/>
    public void Print(SearchWorth worth)
    {
        if (!json)
        {
            WorthText.Print(worth);
        }
    }

    /// <inheritdoc/>
    public void Print(string line) => (json ? Console.Error : Console.Out).WriteLine(line);

    /// <inheritdoc/>
    public void Dispose()
    {
        Parts.Dispose();
        _lock?.Dispose();
        _turn.Dispose();
    }

    private async Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<SearchWorth> WorthAloneAsync(string search, WorthRequest request, CancellationToken cancellation)
    {
        var question = new WorthQuestion(workspace, services);
        var plan = question.Plan(search, request);
        foreach (var change in question.Changes(plan))
        {
            Console.Error.WriteLine(change);
        }

        await CompleteAsync(plan.Spec, plan.Subject.History.Header, null, cancellation).ConfigureAwait(false);
        var (worth, summary) = question.Answer(plan);
        Keep(summary);
        return worth;
    }

    private SearchSummary Keep(SearchSummary summary)
    {
        Last = summary;
        if (!_found.ContainsKey(summary.History.Header.Spec.Name))
        {
            _names.Add(summary.History.Header.Spec.Name);
        }

        return _found[summary.History.Header.Spec.Name] = summary;
    }

    /// <summary>Runs a search to its end; one that is to be compared with another one must have the same data.</summary>
    private async Task<PreparedSearch> CompleteAsync(
        SearchSpec spec, SearchHeader? compared, TrialTelling? telling, CancellationToken cancellation)
    {
        var header = SearchArgument.Recorded(workspace, spec.Name, Soundness is not null);
        var finished = new FinishedSearch(workspace, launch, _count);
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
        var settings = SettingsOf(prepared);
        await FirstProposal.MustExistAsync(
            header, prepared.Spec, services.Catalog, new EarlierSearches(workspace), settings.StrategyLimit).ConfigureAwait(false);
        if (finished.IsDoneWithoutData(header, prepared, services, compared))
        {
            KeepParts(prepared);
            return prepared;
        }

        var workers = new WorkerLaunch(launch, services.Catalog, time);
        await using var first = await DefinitionFault.NamedAsync(placed, () => Patience.ForAsync(
            FirstWorker.StartAsync(workers.Create, prepared.Spec, workspace, settings, time, cancellation),
            $"{spec.Name}: a worker starts, reads the data and hashes them", time)).ConfigureAwait(false);
        prepared = prepared with { EstimatorPlans = first.Ready.PlansByBudget };
        if (finished.IsDone(header, prepared, first.Ready.Inputs, compared))
        {
            KeepParts(prepared);
            return prepared; // Reading it is no matter of who writes to the workspace.
        }

        _lock ??= Locked();
        Parts.Keep(prepared.Spec, () => { });
        var chosen = _count.IsChosenHere(spec, header?.Spec);
        telling?.Begin(prepared);
        var outcome = await SearchAsync(prepared, settings, workers, first, chosen, telling, cancellation).ConfigureAwait(false);
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

    private RunSettings SettingsOf(PreparedSearch prepared)
    {
        var settings = new RunSettings { Workers = _count.Workers(prepared) };
        return settings with
        {
            CheckpointPeriod = launch.CheckpointPeriod ?? settings.CheckpointPeriod,
            FailuresInARow = launch.Failures ?? settings.FailuresInARow,
            StrategyLimit = launch.StrategyLimit ?? settings.StrategyLimit,
        };
    }

    private async Task<SearchOutcome> SearchAsync(
        PreparedSearch prepared, RunSettings settings, WorkerLaunch workers, FirstWorker first, bool chosen, TrialTelling? telling,
        CancellationToken cancellation)
    {
        foreach (var remark in first.Ready.Remarks)
        {
            Console.Error.WriteLine(remark);
        }

        if (ThreadsText.Of(prepared.Spec, _count.Workers(prepared), chosen) is { } threads)
        {
            Console.Error.WriteLine(threads);
        }

        using var running = _lock!.Running(prepared.Spec.Name);
        return await new RunningSearch(workspace, services, launch, json, time).RunAsync(
            prepared, Origin(prepared, first.Ready.Inputs), settings, workers, first, telling, cancellation).ConfigureAwait(false);
    }

    private SearchOrigin Origin(PreparedSearch prepared, InputHashes inputs) => new(
        Installation.Version, prepared.Spec.Device, inputs.Data, new(services.Catalog.HashesOf(prepared.Spec)), recipe)
    {
        Files = new(inputs.Files),
    };
}
