using System.CommandLine;
using NasEngine.Host.Asking;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Workspaces;
using Spectre.Console;

namespace NasEngine.Host.Commands;

/// <summary><c>nas list</c>: the searches of a workspace.</summary>
internal static class ListCommand
{
    private const int Unlimited = 10_000;

    private static readonly Option<bool> Names = new("--names") { Description = "Print nothing but the names, a line each." };

    public static Command Create()
    {
        var command = new Command("list", "List the searches of a workspace.") { CommonOptions.Json, Names };
        command.SetAction(Run);
        return command;
    }

    /// <summary>
    /// What a search's state is called: one that neither ended nor runs was interrupted, or waits to be asked and told where its trials are
    /// measured elsewhere.
    /// </summary>
    public static string StateOf(SearchHeader header, string workspace) =>
        header.State is "completed" or "failed" ? header.State
        : !WorkspaceLock.Runs(workspace, header.Spec.Name) ? (AskingPlugin.IsOf(header.Spec) ? "waiting" : "interrupted")
        : header.State == "paused" ? header.State
        : "running";

    private static int Run(ParseResult parsed)
    {
        var workspace = parsed.GetValue(CommonOptions.Workspace)!;
        using var journal = SearchJournal.OpenToRead(workspace);
        var headers = journal?.List() ?? [];
        if (parsed.GetValue(Names))
        {
            Screen.Of(parsed).Lines(headers.Select(header => header.Spec.Name));
        }
        else if (parsed.GetValue(CommonOptions.Json))
        {
            Screen.Of(parsed).Line(Json(headers, workspace));
        }
        else if (headers.Count == 0)
        {
            Screen.Of(parsed).Line($"No searches in '{workspace}' yet.");
        }
        else
        {
            var width = Console.IsOutputRedirected ? Unlimited : AnsiConsole.Profile.Width;
            AnsiConsole.Profile.Width = width;
            AnsiConsole.Write(SearchTable.Of([.. headers.Select(header => (header, StateOf(header, workspace)))], width));
        }

        return ExitCode.Done;
    }

    private static string Json(IReadOnlyList<SearchHeader> headers, string workspace) => JsonText.Write(json =>
    {
        json.WriteStartArray("searches");
        foreach (var header in headers)
        {
            json.WriteStartObject();
            json.WriteNumber("id", header.Id);
            json.WriteString("search", header.Spec.Name);
            json.WriteString("state", StateOf(header, workspace));
            json.WriteString("strategy", header.Spec.Strategy.Id);
            json.WriteString("space", header.Spec.Space.Id);
            json.WriteNumber("seed", header.Spec.Seed);
            json.WriteNumber("seconds", Math.Round(header.Seconds, 3));
            json.WriteString("created", header.Created);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
