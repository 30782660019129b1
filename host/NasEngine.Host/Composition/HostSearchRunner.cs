using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Host.Display;
using NasEngine.Host.Output;
using NasEngine.Host.Reports;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Host.Composition;

/// <summary>Runs the searches of recipes and of <c>nas resume</c> in one workspace, and writes their results.</summary>
internal sealed class HostSearchRunner(
    string workspace, HostServices services, LaunchOptions launch, bool json, string? recipe, TimeProvider time) : ISearchRunner, IDisposable
{
    private WorkspaceLock? _lock;

    /// <summary>What the last search found; the object that <c>--json</c> prints.</summary>
    public SearchSummary? Last { get; private set; }

    /// <inheritdoc/>
    public string FinalEstimator => PreparedSearch.DefaultFinalEstimator;

    /// <inheritdoc/>
    public string EstimatorFor(ComponentSpec strategy) => PreparedSearch.DefaultEstimator;

    /// <inheritdoc/>
    public async Task<SearchResult> RunAsync(SearchSpec spec, CancellationToken cancellation)
    {
        var prepared = PreparedSearch.From(Overridden(spec), services.Catalog);
        _lock ??= WorkspaceLock.Take(workspace);
        var outcome = await SearchAsync(prepared, cancellation).ConfigureAwait(false);
        if (outcome.Interrupted)
        {
            Console.Error.WriteLine($"Stopped after {outcome.State.ObservedCount} of {spec.Budget.Candidates}. Go on with: nas resume {spec.Name}{Where}");
            throw new OperationCanceledException(cancellation);
        }

        if (outcome.State.Failure is { } failure)
        {
            throw new SearchFailedException($"Search '{spec.Name}' failed: {failure}");
        }

        Last = ResultFolder.Write(workspace, prepared);
        return Result(prepared.Space, Last);
    }

    /// <inheritdoc/>
    public void Print(SearchResult result)
    {
        if (!json && Last is { } summary && summary.History.Header.Spec.Name == result.Name)
        {
            ResultTable.Print(summary);
        }
    }

    /// <inheritdoc/>
    public void Print(string line) => (json ? Console.Error : Console.Out).WriteLine(line);

    /// <inheritdoc/>
    public void Dispose() => _lock?.Dispose();

    private string Where => workspace == ".nas" ? "" : $" --workspace {workspace}";

    private async Task<SearchOutcome> SearchAsync(PreparedSearch prepared, CancellationToken cancellation)
    {
        using var display = Displays.For(json, time);
        var settings = new RunSettings { Workers = WorkersFor(prepared.Spec) };
        var workers = new WorkerLaunch(launch, services.Catalog, time);
        var runner = new SearchRunner(workspace, workers.Create, settings, display, time);
        return await runner.RunAsync(prepared, Origin(prepared), cancellation).ConfigureAwait(false);
    }

    private SearchOrigin Origin(PreparedSearch prepared) => new(
        Installation.Version, prepared.Spec.Device, prepared.DataHash, new Dictionary<string, string>(services.PluginHashes), recipe);

    private SearchSpec Overridden(SearchSpec spec)
    {
        var recorded = Recorded(spec.Name);
        var data = spec.Data is { } set && launch.Data is { } folder
            ? set with { Options = set.Options.With("folder", folder) }
            : spec.Data;
        return spec with
        {
            Data = data,
            Device = launch.Device ?? recorded?.Device ?? spec.Device,
            Threads = launch.ThreadsPerWorker ?? recorded?.Threads ?? Math.Max(1, Environment.ProcessorCount / WorkersFor(spec)),
        };
    }

    /// <summary>As many as candidates may be in flight, but no more than cores.</summary>
    private int WorkersFor(SearchSpec spec) => launch.Workers ?? Math.Min(spec.Window, Environment.ProcessorCount);

    private SearchSpec? Recorded(string name)
    {
        using var journal = SearchJournal.OpenToRead(workspace);
        return journal?.Find(name)?.Spec;
    }

    private static SearchResult Result(ISearchSpace space, SearchSummary summary) => new()
    {
        Name = summary.History.Header.Spec.Name,
        Found = [.. summary.Found.Select(found => new FoundArchitecture(found.Architecture, space.Format(found.Architecture), found.Metrics))],
        Samples = summary.History.Samples,
        Steps = summary.History.Steps,
        Folder = summary.Folder,
    };
}
