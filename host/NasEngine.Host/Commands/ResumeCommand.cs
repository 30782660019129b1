using System.CommandLine;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Journal;

namespace NasEngine.Host.Commands;

/// <summary><c>nas resume ID</c>: goes on with a search that was interrupted or failed.</summary>
internal static class ResumeCommand
{
    public static Command Create()
    {
        var command = new Command("resume", "Go on with a search from its last checkpoint.") { SearchArgument.Id, CommonOptions.Json };
        LaunchArguments.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var workspace = parsed.GetValue(CommonOptions.Workspace)!;
        var json = parsed.GetValue(CommonOptions.Json);
        var header = Find(workspace, parsed.GetValue(SearchArgument.Id)!);
        var launch = LaunchArguments.Read(parsed);
        using var interrupts = new Interrupts();
        using var searches = new HostSearchRunner(
            workspace, HostServices.Open(launch.Plugins), launch, json, header.Origin.Recipe, TimeProvider.System);
        var result = await searches.RunAsync(header.Spec, interrupts.Token).ConfigureAwait(false);
        if (json)
        {
            Console.WriteLine(ResultJson.Of(searches.Last!));
        }
        else
        {
            searches.Print(result);
        }

        return ExitCode.Done;
    }

    private static SearchHeader Find(string workspace, string id)
    {
        using var journal = SearchArgument.Open(workspace);
        return SearchArgument.Find(journal, id);
    }
}
