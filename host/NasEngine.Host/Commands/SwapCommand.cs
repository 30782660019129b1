using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Host.Commands;

/// <summary><c>nas plugins swap ID</c>: the search that runs in a workspace goes over to a plugin's new files.</summary>
internal static class SwapCommand
{
    private static readonly Argument<string> Plugin = new("plugin") { Description = "Id of the plugin, as its manifest has it." };

    public static Command Create()
    {
        var command =
            new Command("swap", "Let the search that runs in the workspace go over to the files that a plugin has now.") { Plugin };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var workspace = parsed.GetValue(CommonOptions.Workspace)!;
        var asked = new RunRequest(RequestKind.Swap, parsed.GetValue(Plugin)!);
        Console.WriteLine(await RunRequests.AskAsync(workspace, asked, TimeProvider.System, cancellation).ConfigureAwait(false)
            ?? throw NothingRuns(workspace));
        return ExitCode.Done;
    }

    private static InputException NothingRuns(string workspace) => new(
        $"No search runs in the workspace '{workspace}'; one that begins or is resumed takes the plugins as they are then.");
}
