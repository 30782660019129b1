using System.CommandLine;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using NasEngine.Host.Reports;

namespace NasEngine.Host.Commands.Reading;

/// <summary><c>nas report ID</c>: makes the report of a search anew, at its end or not.</summary>
internal static class ReportCommand
{
    private static readonly Option<string?> To = new("--to")
    {
        Description = "The file (default: report.html in the folder of the search's results).",
        HelpName = "FILE",
    };

    public static Command Create()
    {
        var command = new Command("report", "Write the report of a search, also of one that runs or was interrupted.")
        {
            SearchArgument.Id, To, CommonOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed) => ReadingCommand.Run(
        parsed,
        opened => Write(opened, parsed.GetValue(To)),
        (opened, path) => JsonText.Write(json =>
        {
            json.WriteString("search", opened.Header.Spec.Name);
            json.WriteString("state", opened.State);
            json.WriteString("report", path);
        }),
        (_, path, _) => [$"Report: {path}"]);

    /// <summary>Writes it, and returns its path.</summary>
    private static string Write(OpenedSearch opened, string? to)
    {
        var path = Path.GetFullPath(to ?? Path.Combine(opened.Folder, "report.html"));
        var plots = ReportPlots.Of(opened.Workspace, opened.Journal, opened.Header, opened.Space, opened.Objective);
        ResultFolder.WriteReport(Summary(opened), plots, path);
        return path;
    }

    /// <summary>Where no winners are measured yet, the best trials stand in their place.</summary>
    private static SearchSummary Summary(OpenedSearch opened)
    {
        var summary = opened.Summary(opened.History);
        return opened.State == "completed" ? summary : summary with
        {
            State = opened.State,
            Found = summary.Found.Count > 0 ? summary.Found :
            [
                .. opened.Leaders(opened.History).Select((leader, rank) => new FoundSummary(
                    leader.Architecture, opened.Space.Format(leader.Architecture), leader.Measurement.Metrics, rank + 1)),
            ],
        };
    }
}
