using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Host.Composition;
using NasEngine.Host.Reports;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Worth;

namespace NasEngine.Host.Worth;

/// <summary>What a search of a workspace is worth: how that is found out, and what came of it.</summary>
/// <param name="workspace">The workspace.</param>
/// <param name="services">The plugins.</param>
/// <param name="measured">What cost models measured.</param>
internal sealed class WorthQuestion(string workspace, HostServices services, IMeasuredCosts measured)
{
    /// <summary>Plans the comparison; nothing is written.</summary>
    /// <exception cref="InputException">There is no such search, it cannot be weighed, or the band cannot be.</exception>
    public WorthPlan Plan(string search, WorthRequest request)
    {
        using var journal = Open();
        var header = Found(journal, search);
        services.MustHave(workspace, header);
        var subject = WorthSubject.Of(SearchHistory.Read(journal, header));
        return WorthPlan.Of(subject, request, services.Catalog, measured, name => journal.Find(name)?.Spec);
    }

    /// <summary>How long a planned comparison takes, of which some may be done.</summary>
    public WorthForecast Forecast(WorthPlan plan)
    {
        using var journal = Open();
        return journal.Find(plan.Spec.Name) is { } begun
            ? WorthForecast.Of(plan, SearchHistory.Read(journal, begun).Steps, begun.Seconds)
            : WorthForecast.Of(plan, 0, 0);
    }

    /// <summary>What is not as it was when the search ran, a sentence each.</summary>
    public IEnumerable<string> Changes(WorthPlan plan)
    {
        var history = plan.Subject.History;
        var was = new Dictionary<string, string>(history.Header.Origin.PluginHashes);
        foreach (var change in history.PluginChanges)
        {
            was[change.Plugin] = change.Now;
        }

        return services.Catalog.HashesOf(plan.Spec)
            .Where(plugin => was.TryGetValue(plugin.Key, out var before) && before != plugin.Value)
            .Select(plugin =>
                $"Plugin '{plugin.Key}' was replaced since search '{plan.Name.Search}' ran; the random architectures run on the new one.");
    }

    /// <summary>What the comparison found, with the files of the search written anew.</summary>
    /// <exception cref="SearchFailedException">Too few of its architectures could be trained.</exception>
    public (SearchWorth Worth, SearchSummary Summary) Answer(WorthPlan plan)
    {
        using var journal = Open();
        var space = services.Catalog.Space(plan.Spec.Space);
        var comparison = Found(journal, plan.Spec.Name);
        var worth = WorthReader.Read(journal, plan.Subject.History, comparison, space) ?? throw new SearchFailedException(
            $"Fewer than {WorthRequest.Least} of the {plan.Trainings} random architectures of search '{plan.Spec.Name}' could be trained, "
            + "too few to compare with.");
        return (worth, ResultFolder.Write(workspace, plan.Name.Search, space, Objective(plan)));
    }

    private IObjective Objective(WorthPlan plan) => SearchParts.Make(plan.Subject.History.Header.Spec.Objective, services.Catalog);

    private SearchJournal Open() => SearchJournal.OpenToRead(workspace)
        ?? throw new InputException($"The workspace '{workspace}' has no journal; run a recipe first, or give the right --workspace.");

    private SearchHeader Found(SearchJournal journal, string search) => journal.Find(search) ?? throw new InputException(
        $"There is no search '{search}' in '{journal.Path}': {Suggest.Instead(search, journal.List().Select(header => header.Spec.Name))}");
}
