using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Control;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Host.Commands;

/// <summary><c>nas resume ID</c>: goes on with a search that was interrupted or failed.</summary>
internal static class ResumeCommand
{
    private static readonly Option<string[]> Budget = new("--budget")
    {
        Description =
            "More to spend, of a finished search too: trials=400, steps=2000, epochs=50, virtualSeconds=1e6 or time=2h, or a number "
            + "alone where it is clear of what; limits that are not named stay.",
        HelpName = "LIMIT=VALUE",
    };

    public static Command Create()
    {
        var command = new Command("resume", "Go on with a search from its last checkpoint.")
        {
            SearchArgument.Id, Budget, MovedFiles.Set, CommonOptions.Json,
        };
        LaunchArguments.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var workspace = parsed.GetValue(CommonOptions.Workspace)!;
        if (await GoOnAsync(parsed, workspace, cancellation).ConfigureAwait(false) is { } wentOn)
        {
            var json = parsed.GetValue(CommonOptions.Json);
            Screen.Of(parsed).Line(json ? JsonText.Write(members => members.WriteString("message", wentOn)) : wentOn);
            return ExitCode.Done;
        }

        using var interrupts = new Interrupts();
        SearchHeader? header = null;
        return await JsonRun.RunAsync(
            parsed,
            () =>
            {
                var launch = MovedFiles.Read(parsed);
                var sound = SearchArgument.LookIfSound(workspace); // While plugins are loaded.
                var services = HostServices.Open(launch.Plugins);
                header = SearchArgument.Find(workspace, parsed.GetValue(SearchArgument.Id)!, sound);
                return new HostSearchRunner(
                    workspace, services, launch, parsed.GetValue(CommonOptions.Json), header.Origin.Recipe, TimeProvider.System)
                {
                    Soundness = sound,
                };
            },
            async searches => searches.Print(
                await searches.RunAsync(Raised(header!.Spec, parsed), interrupts.Token).ConfigureAwait(false))).ConfigureAwait(false);
    }

    /// <summary>A paused search that runs in another process goes on there; null where it does not run.</summary>
    private static async Task<string?> GoOnAsync(ParseResult parsed, string workspace, CancellationToken cancellation)
    {
        if (!WorkspaceLock.IsHeld(workspace))
        {
            return null; // What else is wrong is told by the run.
        }

        var control = new SearchControl(workspace, parsed.GetValue(CommonOptions.Plugins) ?? []);
        var header = SearchArgument.Find(workspace, parsed.GetValue(SearchArgument.Id)!);
        if (parsed.GetValue(Budget) is { Length: > 0 })
        {
            control.MustNotRun(header);
        }

        return (await control.GoOnAsync(header, cancellation).ConfigureAwait(false))?.Sentence;
    }

    private static SearchSpec Raised(SearchSpec spec, ParseResult parsed) => parsed.GetValue(Budget) is not { Length: > 0 } given
        ? spec
        : spec with { Budget = RaisedBudget.Of(spec.Name, spec.Budget, given) };
}
