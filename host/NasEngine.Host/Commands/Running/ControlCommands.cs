using System.CommandLine;
using NasEngine.Host.Composition;
using NasEngine.Host.Control;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Journal;

namespace NasEngine.Host.Commands.Running;

/// <summary><c>nas stop ID</c> and <c>nas pause ID</c>: what is asked of a search that runs in another process.</summary>
internal static class ControlCommands
{
    private static readonly Option<bool> NoWait =
        new("--no-wait") { Description = "Return when the search was told, not when it has stopped." };

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
            var (control, header) = Of(parsed);
            return Say(parsed, header.Spec.Name, await control.PauseAsync(header, cancellation).ConfigureAwait(false));
        });
        return command;
    }

    private static async Task<int> StopAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (control, header) = Of(parsed);
        var answer = await control.AskToStopAsync(header, cancellation).ConfigureAwait(false);
        if (parsed.GetValue(NoWait))
        {
            return Say(parsed, header.Spec.Name, new ControlAnswer("running", answer));
        }

        if (!parsed.GetValue(CommonOptions.Json))
        {
            Screen.Of(parsed).Line(answer);
        }

        return Say(parsed, header.Spec.Name, await control.StoppedAsync(header, cancellation).ConfigureAwait(false));
    }

    private static (SearchControl Control, SearchHeader Header) Of(ParseResult parsed)
    {
        var workspace = parsed.GetValue(CommonOptions.Workspace)!;
        using var journal = SearchArgument.Open(workspace);
        return (
            new SearchControl(workspace, parsed.GetValue(CommonOptions.Plugins) ?? []),
            SearchArgument.Find(journal, parsed.GetValue(SearchArgument.Id)!));
    }

    private static int Say(ParseResult parsed, string search, ControlAnswer answer)
    {
        Screen.Of(parsed).Line(!parsed.GetValue(CommonOptions.Json) ? answer.Sentence : JsonText.Write(json =>
        {
            json.WriteString("search", search);
            json.WriteString("state", answer.State);
            json.WriteString("message", answer.Sentence);
        }));
        return ExitCode.Done;
    }
}
