using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NasEngine.Host.Composition;
using NasEngine.Host.Display;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Host.Commands.Reading;

/// <summary><c>nas logs ID</c>: what happened in a search, from its journal and from what was told while it ran.</summary>
internal static class LogsCommand
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);

    private static readonly Option<bool> Follow = new("--follow")
    {
        Description =
            "Go on with what happens until the search ends; with --json an object for each line. Ctrl-C ends the following alone.",
    };

    private static readonly Option<bool> All = new("--all") { Description = "Every proposal, result and checkpoint too." };

    private static readonly Option<int?> Last =
        new Option<int?>("--last") { Description = "The last N lines only.", HelpName = "N" }.Within(1);

    public static Command Create()
    {
        var command = new Command("logs", "Tell what happened in a search, in order: failures, lost workers, swaps, winners, its end.")
        {
            SearchArgument.Id, All, Last, Follow, CommonOptions.Json,
        };
        command.SetAction(async (parsed, cancellation) =>
            parsed.GetValue(Follow) ? await FollowAsync(parsed, cancellation).ConfigureAwait(false) : Run(parsed));
        return command;
    }

    private static int Run(ParseResult parsed) => ReadingCommand.Run(
        parsed,
        opened => Lines(opened, parsed.GetValue(All)).TakeLast(parsed.GetValue(Last) ?? int.MaxValue),
        Json,
        (_, lines, width) => lines.SelectMany(line => LogText.Of(line, width)));

    private static IEnumerable<LogLine> Lines(OpenedSearch opened, bool all)
    {
        var told = new SearchLog(opened.Workspace, opened.Header.Spec.Name).Read();
        return LogLines.Of(new EventReader(opened.Journal, opened.Header).Read(), told, opened.Space.Format, all)
            .Prepend(LogLines.Beginning(opened.Header));
    }

    private static async Task<int> FollowAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var opened = OpenedSearch.Of(parsed);
        using var interrupts = new Interrupts(say: null);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation, interrupts.Token);
        using var timer = new PeriodicTimer(Period);
        var (screen, all) = (Screen.Of(parsed), parsed.GetValue(All));
        var log = new FollowedLog(opened.Workspace, opened.Journal, opened.Header, opened.Space.Format, all);
        Func<LogLine, IEnumerable<string>> say = parsed.GetValue(CommonOptions.Json)
            ? line => [JsonText.Write(json => Write(json, line))]
            : line => LogText.Of(line, screen.Width);
        screen.Lines(log.Next().Prepend(LogLines.Beginning(opened.Header)).TakeLast(parsed.GetValue(Last) ?? int.MaxValue).SelectMany(say));
        try
        {
            // What is written before it ends is there when it has ended: the state is looked at first.
            for (var runs = true; runs && !StandardStreams.OutputIsGone;)
            {
                runs = log.Runs;
                screen.Lines(log.Next().SelectMany(say));
                runs = runs && await timer.WaitForNextTickAsync(ended.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // Whoever follows has seen enough; the search goes on.
        }

        return ExitCode.Done;
    }

    private static string Json(OpenedSearch opened, IEnumerable<LogLine> lines) => JsonText.Write(json =>
    {
        json.WriteString("search", opened.Header.Spec.Name);
        json.WriteString("state", opened.State);
        json.WriteStartArray("lines");
        foreach (var line in lines)
        {
            json.WriteStartObject();
            Write(json, line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, LogLine line)
    {
        json.WriteString("at", line.At.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("kind", line.Kind);
        json.WriteString("text", line.Text);
    }
}
