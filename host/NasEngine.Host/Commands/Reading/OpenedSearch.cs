using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Reports;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Retraining;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Worth;
using NasEngine.Search;

namespace NasEngine.Host.Commands.Reading;

/// <summary>A search that a command reads: its journal, and the parts that say what its architectures are.</summary>
internal sealed class OpenedSearch : IDisposable
{
    private readonly Lazy<SearchHistory> _history;
    private readonly Task<(HostServices Services, ISearchSpace Space, IObjective? Objective)> _parts;

    private OpenedSearch(string workspace, SearchJournal journal, SearchHeader header, IReadOnlyList<string> manifests)
    {
        (Workspace, Journal, Header) = (workspace, journal, header);
        _history = new(() => SearchHistory.Read(journal, header));
        _parts = Task.Run(() => Parts(workspace, header, manifests)); // Plugins are loaded while the journal is read.
    }

    /// <summary>The workspace.</summary>
    public string Workspace { get; }

    /// <summary>Its journal, open to read.</summary>
    public SearchJournal Journal { get; }

    /// <summary>The search in it.</summary>
    public SearchHeader Header { get; }

    /// <summary>All of the journal, read when it is first asked for.</summary>
    public SearchHistory History => _history.Value;

    /// <summary>The plugins that its parts come from.</summary>
    public HostServices Services => _parts.GetAwaiter().GetResult().Services;

    /// <summary>The space.</summary>
    public ISearchSpace Space => _parts.GetAwaiter().GetResult().Space;

    /// <summary>What scores trials; null where the plugin that does is not here.</summary>
    public IObjective? Objective => _parts.GetAwaiter().GetResult().Objective;

    /// <summary>Its state in a word, see <see cref="ListCommand.StateOf"/>.</summary>
    public string State => ListCommand.StateOf(Header, Workspace);

    /// <summary>Folder of its results.</summary>
    public string Folder => Path.GetFullPath(Path.Combine(Workspace, "results", Header.Spec.Name));

    /// <summary>The search that a command line names.</summary>
    /// <exception cref="InputException">There is none, or its journal is damaged.</exception>
    public static OpenedSearch Of(ParseResult parsed) => Of(parsed, parsed.GetValue(SearchArgument.Id)!);

    /// <summary>A search by name or number.</summary>
    /// <exception cref="InputException">There is none, or its journal is damaged.</exception>
    public static OpenedSearch Of(ParseResult parsed, string id)
    {
        var workspace = parsed.GetValue(CommonOptions.Workspace)!;
        var sound = SearchArgument.LookIfSound(workspace);
        var header = SearchArgument.Find(workspace, id, sound);
        var journal = SearchArgument.OpenToFollow(workspace);
        try
        {
            var opened = new OpenedSearch(workspace, journal, header, parsed.GetValue(CommonOptions.Plugins) ?? []);
            sound.GetAwaiter().GetResult(); // Plugins are loaded meanwhile.
            return opened;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>What tables and files show of it: its winners, or where none are chosen the best so far.</summary>
    /// <param name="history">The journal, or its end.</param>
    public SearchSummary Summary(SearchHistory history) => SearchSummary.Of(history, Space, Folder) with
    {
        Worth = WorthReader.Newest(Journal, history, Space),
        Retrained = Retrained.All(Journal, Header.Spec.Name),
        Leader = Leaders(history).FirstOrDefault(),
    };

    /// <summary>The best trials of a search whose winners are not chosen yet.</summary>
    public IReadOnlyList<Leader> Leaders(SearchHistory history) =>
        history.Finalists.Count > 0 || history.IsSupernet || Objective is not { } objective ? [] : history.Leaders(objective);

    /// <inheritdoc/>
    public void Dispose() => Journal.Dispose();

    /// <summary>Of the plugins that the search ran on; where these do not offer its space any more, of any.</summary>
    /// <exception cref="InputException">None offers its space.</exception>
    private static (HostServices Services, ISearchSpace Space, IObjective? Objective) Parts(
        string workspace, SearchHeader header, IReadOnlyList<string> manifests)
    {
        var services = HostServices.OpenFor(header, manifests);
        try
        {
            RecipeParts.Include(workspace, header, services.Catalog);
            return (services, SpaceOf(header, services), ObjectiveOrNone(workspace, header, services));
        }
        catch (InputException)
        {
            services = HostServices.Open(manifests);
            if (services.Catalog.Describe<ISearchSpace>().All(space => space.Id != header.Spec.Space.Id))
            {
                services.MustHave(workspace, header);
            }

            return (services, SpaceOf(header, services), ObjectiveOrNone(workspace, header, services));
        }
    }

    private static ISearchSpace SpaceOf(SearchHeader header, HostServices services) =>
        services.Catalog.Space(header.Spec.Space);

    private static IObjective? ObjectiveOrNone(string workspace, SearchHeader header, HostServices services)
    {
        try
        {
            RecipeParts.Include(workspace, header, services.Catalog);
            return SearchParts.Make(header.Spec.Objective, services.Catalog);
        }
        catch (InputException)
        {
            return null; // What a plugin's objective says is known where the plugin is.
        }
    }
}
