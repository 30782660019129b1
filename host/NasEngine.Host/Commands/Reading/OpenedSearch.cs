using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Reports;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Worth;
using NasEngine.Search;

namespace NasEngine.Host.Commands.Reading;

/// <summary>A search that a command reads: its journal, and the parts that say what its architectures are.</summary>
internal sealed class OpenedSearch : IDisposable
{
    private readonly Lazy<SearchHistory> _history;
    private readonly Lazy<ISearchSpace> _space;
    private readonly Lazy<IObjective?> _objective;

    private OpenedSearch(string workspace, SearchJournal journal, SearchHeader header, HostServices services)
    {
        (Workspace, Journal, Header, Services) = (workspace, journal, header, services);
        _history = new(() => SearchHistory.Read(journal, header));
        _space = new(() => SpaceOf(workspace, header, services));
        _objective = new(ObjectiveOrNone);
    }

    /// <summary>The workspace.</summary>
    public string Workspace { get; }

    /// <summary>Its journal, open to read.</summary>
    public SearchJournal Journal { get; }

    /// <summary>The search in it.</summary>
    public SearchHeader Header { get; }

    /// <summary>The plugins that there are.</summary>
    public HostServices Services { get; }

    /// <summary>All of the journal, read when it is first asked for.</summary>
    public SearchHistory History => _history.Value;

    /// <summary>The space.</summary>
    public ISearchSpace Space => _space.Value;

    /// <summary>What scores trials; null where the plugin that does is not here.</summary>
    public IObjective? Objective => _objective.Value;

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
        var journal = SearchArgument.Open(workspace);
        try
        {
            var header = SearchArgument.Find(journal, id);
            return new OpenedSearch(workspace, journal, header, HostServices.Open(parsed.GetValue(CommonOptions.Plugins) ?? []));
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
        Leader = Leaders(history).FirstOrDefault(),
    };

    /// <summary>The best trials of a search whose winners are not chosen yet.</summary>
    public IReadOnlyList<Leader> Leaders(SearchHistory history) =>
        history.Finalists.Count > 0 || history.IsSupernet || Objective is not { } objective ? [] : history.Leaders(objective);

    /// <inheritdoc/>
    public void Dispose() => Journal.Dispose();

    private IObjective? ObjectiveOrNone()
    {
        try
        {
            RecipeParts.Include(Workspace, Header, Services.Catalog);
            return SearchParts.Make(Header.Spec.Objective, Services.Catalog);
        }
        catch (InputException)
        {
            return null; // What a plugin's objective says is known where the plugin is.
        }
    }

    private static ISearchSpace SpaceOf(string workspace, SearchHeader header, HostServices services)
    {
        if (services.Catalog.Describe<ISearchSpace>().All(space => space.Id != header.Spec.Space.Id))
        {
            services.MustHave(workspace, header);
        }

        return services.Catalog.Create<ISearchSpace, NoSetup>(header.Spec.Space, NoSetup.Value);
    }
}
