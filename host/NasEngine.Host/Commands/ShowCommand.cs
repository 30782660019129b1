using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using NasEngine.Host.Reports;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Worth;
using NasEngine.Search;

namespace NasEngine.Host.Commands;

/// <summary><c>nas show ID</c>: one search with all its candidates.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var command = new Command("show", "Show a search: where it is, the best so far and the last trials; with --json all of them.")
        {
            SearchArgument.Id,
            CommonOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var workspace = parsed.GetValue(CommonOptions.Workspace)!;
        using var journal = SearchArgument.Open(workspace);
        var header = SearchArgument.Find(journal, parsed.GetValue(SearchArgument.Id)!);
        var json = parsed.GetValue(CommonOptions.Json);
        var history = (json ? null : HistoryEnd.Read(journal, header, TrialLines.Shown)) ?? SearchHistory.Read(journal, header);
        var plugins = parsed.GetValue(CommonOptions.Plugins) ?? [];
        var services = HostServices.Open(plugins);
        var space = SpaceOf(header, services);
        var summary = SearchSummary.Of(history, space, Path.GetFullPath(Path.Combine(workspace, "results", header.Spec.Name))) with
        {
            Worth = WorthReader.Newest(journal, history, space),
            Leader = LeaderOf(history, services),
        };
        var state = ListCommand.StateOf(header, workspace);
        if (json)
        {
            Console.WriteLine(ShowJson.Of(summary, state, space));
        }
        else
        {
            ShowText.Print(summary, state, ResumeHint.Of(header.Spec.Name, workspace, plugins), space);
        }

        return ExitCode.Done;
    }

    private static Leader? LeaderOf(SearchHistory history, HostServices services)
    {
        if (history.Finalists.Count > 0 || history.IsSupernet)
        {
            return null;
        }

        try
        {
            return history.Leaders(SearchParts.Make(history.Header.Spec.Objective, services.Catalog)).FirstOrDefault();
        }
        catch (InputException)
        {
            return null; // What a plugin's objective says is known where the plugin is.
        }
    }

    private static ISearchSpace SpaceOf(SearchHeader header, HostServices services)
    {
        if (services.Catalog.Describe<ISearchSpace>().All(space => space.Id != header.Spec.Space.Id))
        {
            services.MustHave(header);
        }

        return services.Catalog.Create<ISearchSpace, NoSetup>(header.Spec.Space, NoSetup.Value);
    }
}
