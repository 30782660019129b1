using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using NasEngine.Host.Output.Trials;

namespace NasEngine.Host.Commands.Reading;

/// <summary><c>nas trials ID</c>: the trials of a search, those that failed too.</summary>
internal static class TrialsCommand
{
    private static readonly Option<string[]> State = new("--state")
    {
        Description = "Only trials in this state; may be given more than once (default: all).",
    };

    private static readonly Option<string[]> Where = new("--where")
    {
        Description = "Only trials of which this holds, e.g. 'macs<4.5e6'; may be given more than once.",
        HelpName = "METRIC<NUMBER",
    };

    private static readonly Option<string?> Architecture = new("--architecture")
    {
        Description = "Only trials whose architecture has this text, or this id.",
        HelpName = "TEXT",
    };

    private static readonly Option<string?> Sort = new("--sort")
    {
        Description = "By this, better ones first: number, score, or a metric (default: number; with --top score).",
        HelpName = "COLUMN",
    };

    private static readonly Option<bool> Reverse = new("--reverse") { Description = "The other way round." };

    private static readonly Option<int?> Top = new Option<int?>("--top") { Description = "The first N only.", HelpName = "N" }.Within(1);

    private static readonly Option<int?> Last =
        new Option<int?>("--last") { Description = "Of the last N by number only.", HelpName = "N" }.Within(1);

    private static readonly Option<bool> Csv = new("--csv") { Description = "Print CSV: a line of names, then one per trial." };

    static TrialsCommand() => State.AcceptOnlyFromAmong([.. TrialRow.States]);

    public static Command Create()
    {
        var command = new Command("trials", "List the trials of a search with their metrics and architectures, those that failed too.")
        {
            SearchArgument.Id, State, Where, Architecture, Sort, Reverse, Top, Last, CommonOptions.Json, Csv,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var (json, csv) = (parsed.GetValue(CommonOptions.Json), parsed.GetValue(Csv));
        if (json && csv)
        {
            throw new InputException("--json and --csv do not go together; give one of them.");
        }

        var query = Query(parsed);
        using var opened = OpenedSearch.Of(parsed);
        var all = TrialRow.Of(opened.History, opened.Space, opened.Objective);
        var axes = opened.Header.Spec.Objective.Axes;
        var rows = query.Of(all, axes);
        var screen = Screen.Of(parsed);
        if (json)
        {
            screen.Line(TrialJson.Of(opened.Header.Spec.Name, opened.State, all.Count, rows));
        }
        else if (csv)
        {
            TrialCsv.Write(screen.Output, rows);
        }
        else
        {
            screen.Lines(rows.Count > 0 ? TrialTable.Of(rows, axes, screen.Width)
                : [all.Count == 0 ? $"Search '{opened.Header.Spec.Name}' has no trials yet." : $"None of the {all.Count} trials is such."]);
        }

        return ExitCode.Done;
    }

    private static TrialQuery Query(ParseResult parsed) => new()
    {
        States = parsed.GetValue(State) ?? [],
        Where = [.. (parsed.GetValue(Where) ?? []).Select(TrialFilter.Parse)],
        Architecture = parsed.GetValue(Architecture),
        Sort = parsed.GetValue(Sort),
        Reverse = parsed.GetValue(Reverse),
        Top = parsed.GetValue(Top),
        Last = parsed.GetValue(Last),
    };
}
