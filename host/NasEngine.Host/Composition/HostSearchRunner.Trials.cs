using System.Collections.Concurrent;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Host.Reports;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Host.Composition;

/// <summary>What recipes hear of the trials of their searches.</summary>
internal sealed partial class HostSearchRunner
{
    private readonly ConcurrentDictionary<string, FoundTrials> _trials = new(StringComparer.Ordinal);
    private readonly Lock _telling = new();

    /// <inheritdoc/>
    public Task<SearchResult> RunAsync(SearchSpec spec, Action<FoundTrial>? onTrial, CancellationToken cancellation) =>
        InTurnAsync(spec, () => RunAloneAsync(new SearchRun(spec), onTrial, cancellation), cancellation);

    /// <inheritdoc/>
    public IReadOnlyList<FoundTrial> TrialsOf(string search) => Trials(search).All;

    /// <inheritdoc/>
    public IReadOnlyList<FoundPoint> HistoryOf(string search) => Trials(search).Points;

    /// <inheritdoc/>
    public string Plot(string search, string kind) => Trials(search).Plot(kind);

    /// <inheritdoc/>
    public void SaveCsv(string search, string path) => Trials(search).Save(path);

    private async Task<SearchResult> RunAloneAsync(SearchRun run, Action<FoundTrial>? onTrial, CancellationToken cancellation)
    {
        var spec = run.Spec;
        _found.Begin(spec.Name);
        var prepared = onTrial is null
            ? await CompleteAsync(run, cancellation).ConfigureAwait(false)
            : await ToldAsync(run, onTrial, cancellation).ConfigureAwait(false);
        _trials[spec.Name] = new FoundTrials(workspace, spec.Name, prepared.Space, prepared.Parts.Objective);
        return FoundResult.Of(_found.Keep(ResultFolder.Write(workspace, spec.Name, prepared.Space, prepared.Parts.Objective)));
    }

    private async Task<PreparedSearch> ToldAsync(SearchRun run, Action<FoundTrial> onTrial, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var telling = new TrialTelling(workspace, run.Spec.Name, InTurn(onTrial), stop.Cancel);
        try
        {
            var prepared = await CompleteAsync(run with { Telling = telling }, stop.Token).ConfigureAwait(false);
            await telling.EndAsync(prepared).ConfigureAwait(false);
            return prepared;
        }
        finally
        {
            await telling.StopAsync().ConfigureAwait(false);
            telling.ThrowIfAny();
        }
    }

    /// <summary>Searches run side by side; what a recipe hears of them it hears one after another.</summary>
    private Action<FoundTrial> InTurn(Action<FoundTrial> call) => trial =>
    {
        lock (_telling)
        {
            call(trial);
        }
    };

    private FoundTrials Trials(string search) => _trials.TryGetValue(search, out var trials) ? trials : throw new InputException(
        $"Search '{search}' was not run by this recipe; its trials are those of the result that RunAsync returns.");
}
