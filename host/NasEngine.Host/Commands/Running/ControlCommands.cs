using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Host.Commands.Running;

/// <summary><c>nas stop ID</c> and <c>nas pause ID</c>: what is asked of a search that runs in another process.</summary>
internal static class ControlCommands
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    private static readonly Option<bool> NoWait = new("--no-wait") { Description = "Return when the search was told, not when it has stopped." };

    public static Command Stop()
    {
        var command = new Command("stop", "Let a search that runs in another terminal end at its next safe point; it can be resumed.")
        {
            SearchArgument.Id, NoWait, CommonOptions.Json,
        };
        command.SetAction(StopAsync);
        return command;
    }

    public static Command Pause()
    {
        var command = new Command("pause", "Let a running search begin nothing new until 'nas resume'; what is in flight is finished.")
        {
            SearchArgument.Id, CommonOptions.Json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (workspace, header) = Running(parsed);
            var answer = await AskAsync(workspace, RequestKind.Pause, header, cancellation).ConfigureAwait(false);
            var state = await UntilAsync(workspace, header.Spec.Name, state => state != "running", cancellation).ConfigureAwait(false);
            return Say(parsed, header.Spec.Name, state, state == "paused" ? answer : $"Search '{header.Spec.Name}' is {state}.");
        });
        return command;
    }

    /// <summary>Lets a paused search that runs go on; null when it does not run.</summary>
    /// <exception cref="InputException">It runs and is not paused, or does not answer.</exception>
    public static async Task<string?> GoOnAsync(string workspace, SearchHeader header, CancellationToken cancellation)
    {
        var name = header.Spec.Name;
        switch (ListCommand.StateOf(header, workspace))
        {
            case "paused":
                var answer = await AskAsync(workspace, RequestKind.Resume, header, cancellation).ConfigureAwait(false);
                await UntilAsync(workspace, name, state => state != "paused", cancellation).ConfigureAwait(false);
                return answer;
            case "running":
                throw new InputException($"Search '{name}' runs already; watch it: nas watch {name}.");
            default:
                return null;
        }
    }

    private static async Task<int> StopAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (workspace, header) = Running(parsed);
        var name = header.Spec.Name;
        var answer = await AskAsync(workspace, RequestKind.Stop, header, cancellation).ConfigureAwait(false);
        if (parsed.GetValue(NoWait))
        {
            return Say(parsed, name, "running", answer);
        }

        if (!parsed.GetValue(CommonOptions.Json))
        {
            Screen.Of(parsed).Line(answer);
        }

        var state = await UntilAsync(workspace, name, state => state is not ("running" or "paused"), cancellation).ConfigureAwait(false);
        return Say(parsed, name, state, state == "interrupted"
            ? $"It has stopped. Go on with: {ResumeHint.Of(name, workspace, parsed.GetValue(CommonOptions.Plugins) ?? [])}"
            : $"It is {state}.");
    }

    /// <summary>Waits for a state that the journal has, and returns it.</summary>
    private static async Task<string> UntilAsync(string workspace, string name, Func<string, bool> reached, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Period);
        using var journal = SearchArgument.Open(workspace);
        while (true)
        {
            if (ListCommand.StateOf(SearchArgument.Find(journal, name), workspace) is var state && reached(state))
            {
                return state;
            }

            await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false);
        }
    }

    private static (string Workspace, SearchHeader Header) Running(ParseResult parsed)
    {
        var workspace = parsed.GetValue(CommonOptions.Workspace)!;
        using var journal = SearchArgument.Open(workspace);
        var header = SearchArgument.Find(journal, parsed.GetValue(SearchArgument.Id)!);
        return ListCommand.StateOf(header, workspace) is "running" or "paused" ? (workspace, header) : throw NotRunning(workspace, header);
    }

    private static async Task<string> AskAsync(string workspace, RequestKind kind, SearchHeader header, CancellationToken cancellation) =>
        await RunRequests.AskAsync(workspace, new RunRequest(kind, header.Spec.Name), TimeProvider.System, cancellation).ConfigureAwait(false)
        ?? throw NotRunning(workspace, header);

    private static InputException NotRunning(string workspace, SearchHeader header) => new(
        $"Search '{header.Spec.Name}' does not run: it is {ListCommand.StateOf(header, workspace)}.");

    private static int Say(ParseResult parsed, string search, string state, string sentence)
    {
        Screen.Of(parsed).Line(!parsed.GetValue(CommonOptions.Json) ? sentence : JsonText.Write(json =>
        {
            json.WriteString("search", search);
            json.WriteString("state", state);
            json.WriteString("message", sentence);
        }));
        return ExitCode.Done;
    }
}
