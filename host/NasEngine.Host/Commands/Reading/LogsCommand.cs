using System.CommandLine;
using System.Globalization;
using NasEngine.Host.Composition;
using NasEngine.Host.Display;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Workspaces;
using NasEngine.Search;

namespace NasEngine.Host.Commands.Reading;

/// <summary><c>nas logs ID</c>: what happened in a search, from its journal and from what was told while it ran.</summary>
internal static class LogsCommand
{
    /// <summary>How far apart the journal and who told of it may be when they mean the same loss.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromSeconds(10);

    private static readonly Option<bool> All = new("--all") { Description = "Every proposal, result and checkpoint too." };

    private static readonly Option<int?> Last = new Option<int?>("--last") { Description = "The last N lines only.", HelpName = "N" }.Within(1);

    public static Command Create()
    {
        var command = new Command("logs", "Tell what happened in a search, in order: failures, lost workers, swaps, winners, its end.")
        {
            SearchArgument.Id, All, Last, CommonOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed) => ReadingCommand.Run(
        parsed,
        opened => Lines(opened, parsed.GetValue(All)).TakeLast(parsed.GetValue(Last) ?? int.MaxValue),
        Json,
        (_, lines, _) => lines.Select(line => TextColumns.Clean(Text(line))));

    private static LogLine[] Lines(OpenedSearch opened, bool all)
    {
        var (header, told) = (opened.Header, new SearchLog(opened.Workspace, opened.Header.Spec.Name).Read());
        var events = new EventReader(opened.Journal, header).Read()
            .Where(one => one.Event is not AttemptFailed lost || !told.Any(line => IsOf(line, one.At, lost)))
            .Select(one => EventText.Of(one.At, one.Event, opened.Space, all))
            .OfType<LogLine>();
        var began = new LogLine(header.Created, "begin", $"{PartsText.Of(header.Spec)}, seed {header.Spec.Seed}");
        return [.. events.Prepend(began).Concat(told).OrderBy(line => line.At)];
    }

    private static bool IsOf(LogLine line, DateTimeOffset at, AttemptFailed lost) =>
        line.Text.Contains(lost.Reason, StringComparison.Ordinal) && (line.At - at).Duration() < Near;

    private static string Text(LogLine line) =>
        $"{line.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}  {line.Kind,-10}  {line.Text}";

    private static string Json(OpenedSearch opened, IEnumerable<LogLine> lines) => JsonText.Write(json =>
    {
        json.WriteString("search", opened.Header.Spec.Name);
        json.WriteString("state", opened.State);
        json.WriteStartArray("lines");
        foreach (var line in lines)
        {
            json.WriteStartObject();
            json.WriteString("at", line.At.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("kind", line.Kind);
            json.WriteString("text", line.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
