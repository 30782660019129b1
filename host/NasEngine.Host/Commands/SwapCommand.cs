using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Swaps;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Host.Commands;

/// <summary><c>nas plugins swap ID</c>: the search that runs in a workspace goes over to a plugin's new files.</summary>
internal static class SwapCommand
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    private static readonly Argument<string> Plugin = new("plugin") { Description = "Id of the plugin, as its manifest has it." };

    public static Command Create()
    {
        var command = new Command("swap", "Let the search that runs in the workspace go over to the files that a plugin has now.") { Plugin };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var workspace = parsed.GetValue(CommonOptions.Workspace)!;
        if (!WorkspaceLock.IsHeld(workspace))
        {
            throw NothingRuns(workspace);
        }

        var folder = new SwapFolder(workspace);
        var request = folder.Ask(parsed.GetValue(Plugin)!);
        try
        {
            using var timer = new PeriodicTimer(Period);
            while (await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false))
            {
                var runs = WorkspaceLock.IsHeld(workspace);
                if (folder.TakeReply(request) is var (good, sentence))
                {
                    return good ? Say(sentence) : throw new InputException(sentence);
                }

                if (!runs)
                {
                    break;
                }
            }
        }
        finally
        {
            folder.Withdraw(request);
        }

        throw NothingRuns(workspace);
    }

    private static int Say(string sentence)
    {
        Console.WriteLine(sentence);
        return ExitCode.Done;
    }

    private static InputException NothingRuns(string workspace) => new(
        $"No search runs in the workspace '{workspace}'; one that begins or is resumed takes the plugins as they are then.");
}
