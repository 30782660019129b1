using System.Collections.Immutable;
using Akka.Actor;
using NasEngine.Contracts;
using NasEngine.Pipeline.Actors;
using NasEngine.Pipeline.Checkpoints;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Sharing;
using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Pipeline.Searches;

/// <summary>Runs searches of one workspace, new ones and those that were interrupted.</summary>
/// <param name="workspace">Folder of the journal, checkpoints and results; the caller holds its lock.</param>
/// <param name="createWorker">Makes the worker of a slot.</param>
/// <param name="settings">How to run; changes nothing of what is found.</param>
/// <param name="observer">Who watches.</param>
/// <param name="time">The clock.</param>
/// <param name="plugins">Where newer versions of plugins come from, or null when none are to be swapped.</param>
/// <param name="requests">Where swaps of plugins are asked for.</param>
public sealed class SearchRunner(
    string workspace, Func<SearchSpec, int, IWorker> createWorker, RunSettings settings, ISearchObserver observer, TimeProvider time,
    IPluginHost? plugins = null, SwapRequests? requests = null)
{
    /// <summary>What the jobs of the search have of the machine; all of it where nobody else is told of.</summary>
    public MachineShare Share { get; init; } = new Machine().Join(settings.Workers);

    /// <summary>Makes the worker that measures latencies, on a machine for them; null where the one that trained does.</summary>
    public Func<SearchSpec, IWorker>? Bench { get; init; }

    /// <summary>Tells of nodes that lend their workers, until what it returns is disposed of; null where there are none.</summary>
    public Func<Action<NodeHappened>, IDisposable>? Nodes { get; init; }

    /// <summary>
    /// Runs the search to its end, from where the journal has it. Returns at once when it is completed already. When
    /// <paramref name="stop"/> is cancelled it stops at the next safe point. A search whose plugins were replaced goes on
    /// only with <paramref name="acceptPlugins"/>.
    /// </summary>
    /// <exception cref="InputException">
    /// The journal has a search of this name with another spec, data or plugins, or is damaged, or the input cannot work.
    /// </exception>
    /// <exception cref="StrategyFault">The strategy does not make the proposals of the journal again, or does not return.</exception>
    public async Task<SearchOutcome> RunAsync(
        PreparedSearch prepared, SearchOrigin origin, CancellationToken stop, bool acceptPlugins = false)
    {
        using var journal = SearchJournal.OpenToWrite(workspace);
        var header = Open(journal, prepared.Spec, origin);
        var same = SpecDifference.Of(header.Spec, prepared.Spec, header.Origin.Inputs.Files.Keys).Count == 0;
        if (header.State == "completed" && same)
        {
            return new SearchOutcome(new SearchState(header.Spec) { Phase = SearchPhase.Completed }, Interrupted: false);
        }

        var ranOn = PluginHistory.Read(journal, header);
        var replaced = ranOn.ChangesTo(origin.PluginHashes);
        if (replaced.Length > 0 && !acceptPlugins)
        {
            new EventReader(journal, header).Check();
            throw Replaced(prepared.Spec.Name, replaced);
        }

        var loaded = await LoadedSearch.FromAsync(
            journal, header, ranOn.Start, prepared, settings.StrategyLimit, time,
            places => WinnerFolders.Unname(Path.Combine(workspace, "results", header.Spec.Name), places)).ConfigureAwait(false);
        using var writer = loaded.Writer;
        if (loaded.Redefined is { } redefined)
        {
            GoOn(header, redefined);
        }

        if (replaced.Length > 0)
        {
            loaded.GoOnWith(replaced, prepared.Strategy, header.State, time.GetUtcNow());
            observer.Note($"Going on with other files of {Named(replaced)}; the journal has taken note.");
        }

        observer.Changed(loaded.State);
        if (loaded.State.Phase == SearchPhase.Completed)
        {
            return new SearchOutcome(loaded.State, Interrupted: false);
        }

        return await RunAsync(prepared, loaded.State, writer, loaded.Checkpoints, TimeSpan.FromSeconds(header.Seconds), stop)
            .ConfigureAwait(false);
    }

    /// <summary>Runs a search that no journal keeps: for benchmarks and tests.</summary>
    public Task<SearchOutcome> RunInMemoryAsync(PreparedSearch prepared, IEventLog log, CancellationToken stop) =>
        RunAsync(prepared, new SearchState(prepared.Spec), log, [], TimeSpan.Zero, stop);

    /// <summary>Why a search does not go on whose plugins were replaced.</summary>
    internal static InputException Replaced(string search, IEnumerable<PluginChange> changes) => new(
        $"Search '{search}' ran on other files of {Named(changes)}; bring them back, or go on with those there are now: --accept-plugins.");

    /// <summary>Folder of the networks that trials of a search leave for later ones.</summary>
    internal static string NetworksOf(string workspace, SearchSpec spec) => Path.Combine(workspace, "networks", spec.Name);

    private async Task<SearchOutcome> RunAsync(
        PreparedSearch prepared, SearchState state, IEventLog log, ImmutableArray<CheckpointSaved> checkpoints, TimeSpan before,
        CancellationToken stop)
    {
        var spec = prepared.Spec;
        var networks = NetworksOf(workspace, spec);
        new NetworkStore(networks).Prune(state.Kept);
        var plan = new SearchPlan(
            state,
            checkpoints,
            prepared.Parts,
            plugins,
            log,
            slot => createWorker(spec, slot),
            Path.Combine(workspace, "checkpoints", spec.Name),
            networks,
            Path.Combine(workspace, "results", spec.Name),
            prepared.Strategy.Kind.HasSupernet() ? settings with { Workers = 1 } : settings,
            observer,
            time)
        {
            Before = before,
            Share = Share,
            CreateBench = Bench is { } bench ? () => bench(spec) : null,
        };
        var system = SearchSystem.Start(observer);
        try
        {
            var search = Props.Create(() => new SearchActor(plan));
            var root = system.ActorOf(Props.Create(() => new SearchGuardian(search)), "root");
            var running = root.Ask<RunEnded>(new RunSearch(), Timeout.InfiniteTimeSpan, CancellationToken.None);
            using var nodes = Nodes?.Invoke(happened => root.Tell(new NodeHeard(happened)));
            using var service = plugins is null ? null : requests?.Serve(root);
            await using var registration = stop.Register(() => root.Tell(new StopAsked())).ConfigureAwait(false);
            var ended = await running.ConfigureAwait(false);
            return ended.Outcome ?? throw ended.Problem!;
        }
        finally
        {
            await system.Terminate().ConfigureAwait(false);
        }
    }

    private static string Named(IEnumerable<PluginChange> changes) => string.Join(" and ", changes.Select(change =>
        $"plugin '{change.Plugin}' (SHA-256 {change.Now}, was {(change.Was.Length > 0 ? change.Was : "not used")})"));

    private SearchHeader Open(SearchJournal journal, SearchSpec spec, SearchOrigin origin)
    {
        if (journal.Find(spec.Name) is not { } header)
        {
            SearchFolders.Clear(workspace, spec.Name);
            journal.Create(spec, origin, time.GetUtcNow());
            return journal.Find(spec.Name)!;
        }

        MustBeTheSame(workspace, header, spec, origin.Inputs);
        SearchFolders.Claim(workspace, header);
        return header;
    }

    private void GoOn(SearchHeader was, Redefined redefined)
    {
        var differences = SpecDifference.Of(was.Spec, redefined.Spec, was.Origin.Inputs.Files.Keys);
        observer.Note($"Going on with another definition ({string.Join("; ", differences)}); the journal has taken note.");
    }

    /// <summary>Whether a search has all that is asked of it: neither more to spend nor other winners.</summary>
    /// <exception cref="InputException">As <see cref="MustBeTheSame"/>.</exception>
    public static bool IsAll(string workspace, SearchHeader header, SearchSpec spec, InputHashes inputs)
    {
        MustBeTheSame(workspace, header, spec, inputs);
        return !SpecExtension.Is(header.Spec, spec, [.. header.Origin.Inputs.Files.Keys]);
    }

    /// <summary>
    /// The definition of a search must be that of the one that the journal has under its name, or one of which that is a beginning; and the
    /// data and the files must be the same.
    /// </summary>
    /// <param name="workspace">The workspace, for messages.</param>
    /// <param name="header">The search in the journal.</param>
    /// <param name="spec">The search.</param>
    /// <param name="inputs">What is in the data and the files now.</param>
    /// <exception cref="InputException">They are not.</exception>
    public static void MustBeTheSame(string workspace, SearchHeader header, SearchSpec spec, InputHashes inputs)
    {
        string[] files = [.. header.Origin.Inputs.Files.Keys];
        var differences = SpecDifference.Of(header.Spec, spec, files);
        if (differences.Count > 0 && !SpecExtension.Is(header.Spec, spec, files))
        {
            throw new InputException(
                $"The workspace '{workspace}' already has a search '{spec.Name}' with another definition "
                + $"({string.Join("; ", differences)}); "
                + "give this one another name, or another --workspace.");
        }

        if (inputs.ChangeSince(spec.Name, header.Origin.Inputs, "the search began") is { } change)
        {
            throw new InputException($"{change}; bring it back, or give the search another name.");
        }
    }
}
