using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Host.Commands;
using NasEngine.Host.Display;
using NasEngine.Host.Exports;
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
internal sealed class HostSearchRunner(
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

    /// <summary>Whether the caller has looked that the journal is sound, which takes long where there are many trials.</summary>
    public bool IsSound { get; init; }

    /// <inheritdoc/>
    public Task<SearchResult> RunAsync(SearchSpec spec, CancellationToken cancellation) =>
        InTurnAsync(() => RunAloneAsync(spec, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<SearchWorth> WorthAsync(string search, WorthRequest request, CancellationToken cancellation) =>
        InTurnAsync(() => WorthAloneAsync(search, request, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<ExportedModel> ExportOnnxAsync(string search, Architecture architecture, string path, CancellationToken cancellation) =>
        InTurnAsync(() => RecipeExport.WriteAsync(workspace, services, launch.Data, search, architecture, path, Print), cancellation);

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

    private async Task<SearchResult> RunAloneAsync(SearchSpec spec, CancellationToken cancellation)
    {
        var prepared = await CompleteAsync(spec, null, cancellation).ConfigureAwait(false);
        return FoundResult.Of(Keep(ResultFolder.Write(workspace, spec.Name, prepared.Space)));
    }

    private async Task<SearchWorth> WorthAloneAsync(string search, WorthRequest request, CancellationToken cancellation)
    {
        var question = new WorthQuestion(workspace, services);
        var plan = question.Plan(search, request);
        foreach (var change in question.Changes(plan))
        {
            Console.Error.WriteLine(change);
        }

        await CompleteAsync(plan.Spec, plan.Subject.History.Header, cancellation).ConfigureAwait(false);
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
    private async Task<PreparedSearch> CompleteAsync(SearchSpec spec, SearchHeader? compared, CancellationToken cancellation)
    {
        var header = SearchArgument.Recorded(workspace, spec.Name, IsSound);
        if (header is not null)
        {
            services.MustHave(workspace, header);
        }

        var recorded = header?.Spec;
        var placed = SearchPlace.Of(spec, header, launch, services.Catalog);
        var earlier = new EarlierSearches(workspace);
        var prepared = _count.WithThreads(PreparedSearch.From(placed, services.Catalog, earlier), recorded);
        WorkerAllocator.Find();
        var settings = SettingsOf(prepared);
        await FirstProposal.MustExistAsync(header, prepared.Spec, services.Catalog, earlier, settings.StrategyLimit).ConfigureAwait(false);
        if (header is { State: "completed", Spec.Data: null }
            && IsDone(header, prepared, new(null, SearchFiles.Hashes(prepared.Spec, services.Catalog)), compared))
        {
            return prepared; // What is in files is known without a worker that reads tables and makes networks.
        }

        var workers = new WorkerLaunch(launch, services.Catalog, time);
        await using var first = await DefinitionFault.NamedAsync(placed, () => Patience.ForAsync(
            FirstWorker.StartAsync(workers.Create, prepared.Spec, workspace, settings, time, cancellation),
            $"{spec.Name}: a worker starts, reads the data and hashes them", time)).ConfigureAwait(false);
        prepared = prepared with { EstimatorPlans = first.Ready.PlansByBudget };
        if (IsDone(header, prepared, first.Ready.Inputs, compared))
        {
            return prepared; // Reading it is no matter of who writes to the workspace.
        }

        _lock ??= Locked();
        Parts.Keep(prepared.Spec, () => { });
        var chosen = _count.IsChosenHere(spec, recorded);
        var outcome = await SearchAsync(prepared, settings, workers, first, chosen, cancellation).ConfigureAwait(false);
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

    /// <summary>Whether a search is at its end and nothing more is asked of it; what it reads must be what it read.</summary>
    private bool IsDone(SearchHeader? header, PreparedSearch prepared, InputHashes inputs, SearchHeader? compared)
    {
        ComparedInputs.MustBeTheSame(compared, inputs);
        var isDone = header is { State: "completed" } && SearchRunner.IsAll(workspace, header, prepared.Spec, Origin(prepared, inputs));
        if (isDone)
        {
            Parts.Keep(prepared.Spec, () => _lock ??= Locked());
        }

        return isDone;
    }

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
        PreparedSearch prepared, RunSettings settings, WorkerLaunch workers, FirstWorker first, bool chosen, CancellationToken cancellation)
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
            prepared, Origin(prepared, first.Ready.Inputs), settings, workers, first, cancellation).ConfigureAwait(false);
    }

    private SearchOrigin Origin(PreparedSearch prepared, InputHashes inputs) => new(
        Installation.Version, prepared.Spec.Device, inputs.Data, new(services.Catalog.HashesOf(prepared.Spec)), recipe)
    {
        Files = new(inputs.Files),
    };
}
