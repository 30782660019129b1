using NasEngine.Contracts;
using NasEngine.Host.Commands;
using NasEngine.Host.Composition;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading.Following;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workspaces;
using NasEngine.Search;

namespace NasEngine.Host.Control;

/// <summary>What can be asked of a search that runs in another process, whoever asks: a command or a page.</summary>
/// <param name="Workspace">Folder of the journal.</param>
/// <param name="Plugins">Further manifests of plugins; they belong to the command that goes on with a search.</param>
internal sealed record SearchControl(string Workspace, IReadOnlyList<string> Plugins)
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    /// <summary>Lets it begin nothing new, and returns when it is so.</summary>
    /// <exception cref="InputException">It does not run.</exception>
    public async Task<ControlAnswer> PauseAsync(SearchHeader header, CancellationToken cancellation)
    {
        var answer = await AskAsync(RequestKind.Pause, header, cancellation).ConfigureAwait(false);
        var state = await UntilAsync(header, state => state != "running", cancellation).ConfigureAwait(false);
        return new ControlAnswer(state, state == "paused" ? answer : $"Search '{header.Spec.Name}' is {state}.");
    }

    /// <summary>Tells it to end at its next safe point; the answer comes before it has ended.</summary>
    /// <exception cref="InputException">It does not run.</exception>
    public Task<string> AskToStopAsync(SearchHeader header, CancellationToken cancellation) =>
        AskAsync(RequestKind.Stop, header, cancellation);

    /// <summary>Waits until it has ended.</summary>
    public async Task<ControlAnswer> StoppedAsync(SearchHeader header, CancellationToken cancellation)
    {
        var state = await UntilAsync(header, state => !Runs(state), cancellation).ConfigureAwait(false);
        return new ControlAnswer(state, state == "interrupted"
            ? $"It has stopped. Go on with: {ResumeHint.Of(header.Spec, Workspace, Plugins)}"
            : $"It is {state}.");
    }

    /// <summary>Lets it go on after a pause; null when it does not run.</summary>
    /// <exception cref="InputException">It runs and is not paused, or does not answer.</exception>
    public async Task<ControlAnswer?> GoOnAsync(SearchHeader header, CancellationToken cancellation)
    {
        switch (ListCommand.StateOf(header, Workspace))
        {
            case "paused":
                var answer = await AskAsync(RequestKind.Resume, header, cancellation).ConfigureAwait(false);
                return new ControlAnswer(await UntilAsync(header, state => state != "paused", cancellation).ConfigureAwait(false), answer);
            case "running":
                throw new InputException($"Search '{header.Spec.Name}' runs already; watch it: nas watch {header.Spec.Name}.");
            default:
                return null;
        }
    }

    /// <summary>Lets it go over to the files that a plugin has now.</summary>
    /// <exception cref="InputException">It does not run, or the new version does not fit.</exception>
    public async Task<string> SwapAsync(SearchHeader header, string plugin, CancellationToken cancellation) =>
        Runs(ListCommand.StateOf(header, Workspace))
            && await RunRequests.AskAsync(
                Workspace, new RunRequest(RequestKind.Swap, plugin), TimeProvider.System, cancellation).ConfigureAwait(false)
            is { } answer ? answer : throw NotRunning(header);

    /// <summary>
    /// Writes something down in its journal: the process that runs it does, or where none does, this one. Returns what is said of that.
    /// </summary>
    /// <param name="header">The search.</param>
    /// <param name="text">What.</param>
    /// <param name="candidate">What it is of; null for the search as a whole.</param>
    /// <param name="cancellation">Gives up; what was asked is taken back.</param>
    /// <exception cref="InputException">There is no such candidate, the text is none, or another search runs in the workspace.</exception>
    public async Task<string> NoteAsync(SearchHeader header, string text, long? candidate, CancellationToken cancellation)
    {
        text = NoteText.Check(text);
        using (var journal = SearchArgument.OpenToFollow(Workspace))
        {
            var followed = new StateFollower(null, null);
            followed.Advance(journal, header);
            NoteText.Check(candidate, followed.State!);
        }

        if (Runs(ListCommand.StateOf(header, Workspace)))
        {
            var asked = new RunRequest(RequestKind.Note, header.Spec.Name, AskedNote.Of(text, candidate));
            if (await RunRequests.AskAsync(Workspace, asked, TimeProvider.System, cancellation).ConfigureAwait(false) is { } answer)
            {
                return answer;
            }
        }

        using (WorkspaceLock.Take(Workspace))
        {
            new SearchChanges(Workspace, TimeProvider.System).Note(header.Spec.Name, text, candidate);
        }

        return AskedNote.Answer(header.Spec.Name, candidate);
    }

    /// <summary>A budget is raised between two runs: the definition of one that is on its way does not change.</summary>
    /// <exception cref="InputException">It runs.</exception>
    public void MustNotRun(SearchHeader header)
    {
        if (Runs(ListCommand.StateOf(header, Workspace)))
        {
            throw new InputException(
                $"Search '{header.Spec.Name}' runs; its budget can be raised when it has stopped: nas stop {header.Spec.Name}.");
        }
    }

    private static bool Runs(string state) => state is "running" or "paused";

    /// <summary>Waits for a state that the journal has, and returns it.</summary>
    private async Task<string> UntilAsync(SearchHeader header, Func<string, bool> reached, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Period);
        using var journal = SearchArgument.Open(Workspace);
        while (true)
        {
            if (ListCommand.StateOf(SearchArgument.Find(journal, header.Spec.Name), Workspace) is var state && reached(state))
            {
                return state;
            }

            await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false);
        }
    }

    private async Task<string> AskAsync(RequestKind kind, SearchHeader header, CancellationToken cancellation) =>
        Runs(ListCommand.StateOf(header, Workspace))
            && await RunRequests.AskAsync(
                Workspace, new RunRequest(kind, header.Spec.Name), TimeProvider.System, cancellation).ConfigureAwait(false)
            is { } answer ? answer : throw NotRunning(header);

    private InputException NotRunning(SearchHeader header) => new(
        $"Search '{header.Spec.Name}' does not run: it is {ListCommand.StateOf(header, Workspace)}.");
}
