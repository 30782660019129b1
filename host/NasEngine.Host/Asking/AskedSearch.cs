using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Commands;
using NasEngine.Host.Composition;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Host.Asking;

/// <summary>A search that is told its results, with the lock of its workspace for as long as this is used.</summary>
internal sealed class AskedSearch : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly ParseResult _parsed;
    private readonly string _workspace;
    private readonly WorkspaceLock _held;

    private AskedSearch(ParseResult parsed, WorkspaceLock held)
    {
        (_parsed, _workspace, _held) = (parsed, parsed.GetValue(CommonOptions.Workspace)!, held);
        Services = HostServices.Open(parsed.GetValue(CommonOptions.Plugins) ?? []);
        using var journal = SearchArgument.Open(_workspace);
        Header = SearchArgument.Find(journal, parsed.GetValue(SearchArgument.Id)!);
        if (!AskingPlugin.IsOf(Header.Spec))
        {
            throw new InputException(
                $"Search '{Header.Spec.Name}' measures its trials itself; only one with "
                + $".Estimator(\"{AskingPlugin.Estimator}\") hands them out.");
        }

        RecipeParts.Include(_workspace, Header, Services.Catalog);
        Read(journal);
    }

    /// <summary>The workspace.</summary>
    public string Workspace => _workspace;

    /// <summary>The plugins.</summary>
    public HostServices Services { get; }

    /// <summary>The search.</summary>
    public SearchHeader Header { get; private set; }

    /// <summary>Its journal.</summary>
    public SearchHistory History { get; private set; } = null!;

    /// <summary>Its space.</summary>
    public ISearchSpace Space => Services.Catalog.Space(Header.Spec.Space);

    /// <summary>The trials that were handed out and are not told.</summary>
    public HandedOut HandedOut => new(_workspace, Header.Spec.Name);

    /// <summary>Trials that were proposed and not measured, by number.</summary>
    public IEnumerable<Candidate> Open => History.Candidates.Where(entry => entry.Measurement is null).Select(entry => entry.Candidate);

    /// <summary>Whether it is at its end.</summary>
    public bool IsOver => Header.State is "completed" or "failed";

    /// <summary>Opens it; another command that has the workspace for a moment is waited for.</summary>
    /// <exception cref="InputException">
    /// There is no such search, it is not told its results, or the workspace is in use for long.
    /// </exception>
    public static async Task<AskedSearch> OpenAsync(ParseResult parsed, TimeProvider time, CancellationToken cancellation)
    {
        var workspace = parsed.GetValue(CommonOptions.Workspace)!;
        SearchArgument.Open(workspace).Dispose(); // A workspace that there is not is not made.
        var began = time.GetTimestamp();
        while (true)
        {
            try
            {
                var held = WorkspaceLock.Take(workspace);
                try
                {
                    return new AskedSearch(parsed, held);
                }
                catch
                {
                    held.Dispose();
                    throw;
                }
            }
            catch (InputException inUse) when (
                inUse.InnerException is IOException && WorkspaceLock.IsHeld(workspace) && time.GetElapsedTime(began) < Patience)
            {
                await Task.Delay(Look, time, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Lets it do all it can: take what is told, propose, and where the budget is spent come to its end.</summary>
    /// <param name="number">The trial that is told of; null for none.</param>
    /// <param name="measurement">What came of it.</param>
    /// <param name="cancellation">Ends it before.</param>
    public async Task AdvanceAsync(long? number, Measurement? measurement, CancellationToken cancellation)
    {
        var launch = new LaunchOptions { Quiet = true, Plugins = _parsed.GetValue(CommonOptions.Plugins) ?? [] };
        if (number is { } told)
        {
            launch.Told.Tell(told, measurement!);
        }

        var runner = new HostSearchRunner(_workspace, Services, launch, json: true, Header.Origin.Recipe, TimeProvider.System)
        {
            Held = _held,
        };
        try
        {
            await runner.RunAsync(Header.Spec, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // It waits for more.
        }

        using var journal = SearchArgument.Open(_workspace);
        Header = SearchArgument.Find(journal, Header.Spec.Name);
        Read(journal);
    }

    /// <inheritdoc/>
    public void Dispose() => _held.Dispose();

    private void Read(SearchJournal journal) => History = SearchHistory.Read(journal, Header);
}
