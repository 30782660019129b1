using System.CommandLine;
using NasEngine.Host.Commands.Reading;
using NasEngine.Host.Composition;
using NasEngine.Host.Display;
using NasEngine.Host.Output;
using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading.Following;
using NasEngine.Pipeline.Workspaces;
using Spectre.Console;

namespace NasEngine.Host.Commands.Running;

/// <summary><c>nas watch ID</c>: the live display of a search that runs in another process, until it ends.</summary>
internal static class WatchCommand
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);

    public static Command Create()
    {
        var command = new Command("watch", "Watch a search that runs in another terminal, until it ends; Ctrl-C ends the watching alone.")
        {
            SearchArgument.Id, CommonOptions.Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var opened = OpenedSearch.Of(parsed);
        using var interrupts = new Interrupts(say: null);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation, interrupts.Token);
        var follower = new StateFollower(opened.Space, opened.Objective);
        follower.Advance(opened.Journal, opened.Header);
        var scene = new Scene(TimeProvider.System, opened.Space.Format, follower.Curve.Copy());
        scene.Begin(follower.State!);
        var watched = new Watched(opened, follower, scene);
        if (watched.Runs)
        {
            using var display = Display(parsed, scene);
            await FollowAsync(watched, parsed, ended.Token).ConfigureAwait(false);
        }

        return watched.Runs ? ExitCode.Done : End(watched, parsed);
    }

    private static async Task FollowAsync(Watched watched, ParseResult parsed, CancellationToken ended)
    {
        var json = parsed.GetValue(CommonOptions.Json);
        using var timer = new PeriodicTimer(Period);
        try
        {
            do
            {
                if (watched.Look() && json)
                {
                    Screen.Of(parsed).Line(WatchJson.Of(watched.State, watched.Now));
                }
            }
            while (watched.Runs && !StandardStreams.OutputIsGone && await timer.WaitForNextTickAsync(ended).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            // Whoever watches has seen enough; the search goes on.
        }
    }

    private static ISearchDisplay Display(ParseResult parsed, Scene scene)
    {
        var screen = Screen.Of(parsed);
        return parsed.GetValue(CommonOptions.Json) ? new NoDisplay()
            : screen.IsTerminal && Displays.CanDraw ? new AlternateScreen(scene, AnsiConsole.Console, TimeProvider.System)
            : new PlainDisplay(scene, screen.Output, TimeProvider.System);
    }

    /// <summary>How it ended, in words and by the exit code.</summary>
    private static int End(Watched watched, ParseResult parsed)
    {
        watched.Look();
        var (state, name, now) = (watched.State, watched.Opened.Header.Spec.Name, watched.Now.State!);
        var code = state switch { "completed" => ExitCode.Done, "failed" => ExitCode.SearchFailed, _ => ExitCode.Interrupted };
        var spent = BudgetText.Candidates(now.ObservedCount, now.Spec.Budget);
        var resume = ResumeHint.Of(now.Spec, watched.Opened.Workspace, parsed.GetValue(CommonOptions.Plugins) ?? []);
        Screen.Of(parsed).Line(parsed.GetValue(CommonOptions.Json) ? WatchJson.Of(state, watched.Now) : state switch
        {
            "completed" => $"{name}: completed after {spent}; nas best {name} shows what it found.",
            "failed" => $"{name}: failed: {now.Failure}",
            _ => $"{name}: {state} after {spent}. Go on with: {resume}",
        });
        return code;
    }

    /// <summary>A search that is watched.</summary>
    private sealed record Watched(OpenedSearch Opened, StateFollower Follower, Scene Scene)
    {
        private SearchHeader Header { get; set; } = Opened.Header;

        public string State => ListCommand.StateOf(Header, Opened.Workspace);

        public bool Runs => State is "running" or "paused";

        public Picture Now => Scene.Now;

        public bool Look()
        {
            Header = Opened.Journal.List().FirstOrDefault(one => one.Identity == Header.Identity)
                ?? throw new InputException($"Search '{Header.Spec.Name}' is not in '{Opened.Journal.Path}' any more.");
            var news = Follower.Advance(Opened.Journal, Header, Scene.Changed);
            var status = RunStatus.Of(Opened.Workspace, Opened.Header.Spec.Name);
            Scene.Told(status?.Doing, status?.Note ?? "");
            return news;
        }
    }

    private sealed class NoDisplay : ISearchDisplay
    {
        public void Dispose()
        {
        }
    }
}
