using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using NasEngine.Host.Reports;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Worth;

namespace NasEngine.Host.Commands;

/// <summary><c>nas show ID</c>: one search with all its candidates.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var command = new Command("show", "Show a search: where it is, the best so far, and with --json every trial.")
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
        var history = SearchHistory.Read(journal, header);
        var plugins = parsed.GetValue(CommonOptions.Plugins) ?? [];
        var space = SpaceOf(header, HostServices.Open(plugins));
        var summary = SearchSummary.Of(history, space, Path.GetFullPath(Path.Combine(workspace, "results", header.Spec.Name))) with
        {
            Worth = WorthReader.Newest(journal, history, space),
        };
        var state = ListCommand.StateOf(header, workspace);
        if (parsed.GetValue(CommonOptions.Json))
        {
            Console.WriteLine(ShowJson.Of(summary, state, space));
        }
        else
        {
            ShowText.Print(summary, state, ResumeHint.Of(header.Spec.Name, workspace, plugins));
        }

        return ExitCode.Done;
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
