using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Host.Commands;
using NasEngine.Host.Control;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Retraining;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Web.Acting;

/// <summary>
/// What a page can wish of a search. It goes the way of the commands: the same requests to the process that runs the search, the same
/// answers; where none runs it, <c>nas resume</c> is started. Nothing here writes to a journal, but a note to that of a search which
/// does not run.
/// </summary>
internal sealed class SearchActions(ServeOptions options)
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);

    private readonly SearchControl _control = new(options.Workspace, options.Plugins);

    /// <summary>Does it, and says what came of it as the command would.</summary>
    /// <param name="wish">What.</param>
    /// <param name="identity">Of which search: see <see cref="SearchHeader.Identity"/>.</param>
    /// <param name="details">What is said beside that.</param>
    /// <param name="cancellation">Stops waiting; what was asked stays asked.</param>
    /// <exception cref="InputException">It cannot be done.</exception>
    public async Task<string> DoAsync(Wish wish, string identity, WishDetails details, CancellationToken cancellation)
    {
        var (header, budget) = (Find(identity), details.Budget);
        switch (wish)
        {
            case Wish.Pause:
                return (await _control.PauseAsync(header, cancellation).ConfigureAwait(false)).Sentence;
            case Wish.Stop:
                await _control.AskToStopAsync(header, cancellation).ConfigureAwait(false);
                return (await _control.StoppedAsync(header, cancellation).ConfigureAwait(false)).Sentence;
            case Wish.Resume:
                return (await _control.GoOnAsync(header, cancellation).ConfigureAwait(false))?.Sentence
                    ?? await RunAsync(header, [], cancellation).ConfigureAwait(false);
            case Wish.Swap:
                return await _control.SwapAsync(header, details.Text, cancellation).ConfigureAwait(false);
            case Wish.Note:
                return await _control.NoteAsync(header, details.Text, details.Trial, cancellation).ConfigureAwait(false);
            case Wish.Export:
                return await ExportAsync(header, details, cancellation).ConfigureAwait(false);
            case Wish.Retrain:
                return await RetrainAsync(header, details, cancellation).ConfigureAwait(false);
            default:
                _control.MustNotRun(header);
                RaisedBudget.Of(header.Spec.Name, header.Spec.Budget, budget);
                return await RunAsync(header, budget, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Where a model that a page wishes lies.</summary>
    public string ModelOf(string search, WishDetails details) => Path.Combine(options.Workspace, "models", search, details switch
    {
        { Trial: { } number } => string.Create(CultureInfo.InvariantCulture, $"trial-{number}.onnx"),
        { Rank: 0 } => "best.onnx",
        _ => string.Create(CultureInfo.InvariantCulture, $"runner-up-{details.Rank}.onnx"),
    });

    private async Task<string> ExportAsync(SearchHeader header, WishDetails details, CancellationToken cancellation)
    {
        var file = ModelOf(header.Spec.Name, details);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var run = DetachedRun.Start(
        [
            "export", header.Spec.Name, "--to", file, "--workspace", options.Workspace,
            .. options.Plugins.SelectMany(manifest => new[] { "--plugins", manifest }), .. WishText.Which(details),
        ]);
        using var timer = new PeriodicTimer(Period);
        while (run.Code is null)
        {
            await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false);
        }

        return run.Code == 0 ? $"The model is in '{file}'."
            : throw new InputException(run.Problem ?? $"'nas export' ended with exit code {run.Code}; try it in a terminal.");
    }

    /// <summary>Begins the training, in a process that stays; or says what is wrong, or that there is nothing left to train.</summary>
    private async Task<string> RetrainAsync(SearchHeader header, WishDetails details, CancellationToken cancellation)
    {
        using var run = DetachedRun.Start(
        [
            "retrain", header.Spec.Name, .. WishText.Training(details), "--workspace", options.Workspace,
            .. options.Plugins.SelectMany(manifest => new[] { "--plugins", manifest }),
        ]);
        using var timer = new PeriodicTimer(Period);
        while (true)
        {
            await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false);
            switch (run.Code)
            {
                case 0:
                    return "It is trained; what it measured stands below.";
                case { } ended:
                    throw new InputException(run.Problem ?? $"'nas retrain' ended with exit code {ended}; try it in a terminal.");
                case null when Retraining(header) is { } name:
                    return $"It is trained in process {run.Number} by search '{name}', which stays when this page and its server are gone.";
            }
        }
    }

    /// <summary>The search that trains a network of this one now; null where none does.</summary>
    private string? Retraining(SearchHeader of)
    {
        using var journal = SearchArgument.OpenToFollow(options.Workspace);
        return DerivedSearch.All(journal, of.Spec.Name)
            .Select(derived => derived.Header)
            .FirstOrDefault(header => RetrainName.Parse(header.Spec.Name)?.Search == of.Spec.Name
                && ListCommand.StateOf(header, options.Workspace) == "running")?.Spec.Name;
    }

    private SearchHeader Find(string identity)
    {
        using var journal = SearchArgument.OpenToFollow(options.Workspace);
        return journal.List().FirstOrDefault(header => header.Identity == identity)
            ?? throw new InputException("This search is not in the workspace any more.");
    }

    private async Task<string> RunAsync(SearchHeader header, IReadOnlyList<string> budget, CancellationToken cancellation)
    {
        using var run = DetachedRun.Start(
        [
            "resume", header.Spec.Name, "--workspace", options.Workspace,
            .. options.Plugins.SelectMany(file => new[] { "--plugins", file }),
            .. budget.SelectMany(limit => new[] { "--budget", limit }),
        ]);
        using var timer = new PeriodicTimer(Period);
        while (true)
        {
            await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false);
            var code = run.Code;
            var state = ListCommand.StateOf(Find(header.Identity), options.Workspace);
            if (code is null && state == "running")
            {
                return $"Search '{header.Spec.Name}' goes on in process {run.Number}, which stays when this page and its server are gone.";
            }

            if (code is { } ended)
            {
                return run.Problem is { } problem ? throw new InputException(problem)
                    : ended == 0 ? $"Search '{header.Spec.Name}' is {state}."
                    : throw new InputException($"'nas resume {header.Spec.Name}' ended with exit code {ended}; try it in a terminal.");
            }
        }
    }
}
