using System.CommandLine;
using NasEngine.Host.Composition;
using NasEngine.Pipeline.Journal;

namespace NasEngine.Host.Commands;

/// <summary><c>nas resume ID</c>: goes on with a search that was interrupted or failed.</summary>
internal static class ResumeCommand
{
    public static Command Create()
    {
        var command = new Command("resume", "Go on with a search from its last checkpoint.")
        {
            SearchArgument.Id, MovedFiles.Set, CommonOptions.Json,
        };
        LaunchArguments.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var workspace = parsed.GetValue(CommonOptions.Workspace)!;
        using var interrupts = new Interrupts();
        SearchHeader? header = null;
        return await JsonRun.RunAsync(
            parsed,
            () =>
            {
                header = Find(workspace, parsed.GetValue(SearchArgument.Id)!);
                var launch = MovedFiles.Read(parsed);
                return new HostSearchRunner(
                    workspace, HostServices.Open(launch.Plugins), launch, parsed.GetValue(CommonOptions.Json), header.Origin.Recipe,
                    TimeProvider.System);
            },
            async searches => searches.Print(await searches.RunAsync(header!.Spec, interrupts.Token).ConfigureAwait(false))).ConfigureAwait(false);
    }

    private static SearchHeader Find(string workspace, string id)
    {
        using var journal = SearchArgument.Open(workspace);
        return SearchArgument.Find(journal, id);
    }
}
