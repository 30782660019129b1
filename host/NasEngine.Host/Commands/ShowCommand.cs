using System.CommandLine;
using NasEngine.Host.Commands.Reading;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Reading;

namespace NasEngine.Host.Commands;

/// <summary><c>nas show ID</c>: one search with all its candidates.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var command = new Command("show", "Show a search: where it is, the best so far and the last trials; with --json all of them.")
        {
            SearchArgument.Id,
            CommonOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        using var opened = OpenedSearch.Of(parsed);
        var json = parsed.GetValue(CommonOptions.Json);
        var history = (json ? null : HistoryEnd.Read(opened.Journal, opened.Header, TrialLines.Shown)) ?? opened.History;
        var summary = opened.Summary(history);
        if (json)
        {
            Screen.Of(parsed).Line(ShowJson.Of(summary, opened.State, opened.Space));
        }
        else
        {
            var resume = ResumeHint.Of(
                opened.Header.Spec, opened.Workspace, parsed.GetValue(CommonOptions.Plugins) ?? [], hasFailed: opened.State == "failed");
            ShowText.Print(summary, opened.State, resume, opened.Space);
        }

        return ExitCode.Done;
    }
}
