using System.CommandLine;
using NasEngine.Host.Composition;
using NasEngine.Host.Control;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Journal;

namespace NasEngine.Host.Commands.Changing;

/// <summary><c>nas note ID TEXT</c>: writes something down of a search or a trial, in its journal; while it runs too.</summary>
internal static class NoteCommand
{
    private static readonly Argument<string> Text = new("text") { Description = "What to write down, a line." };

    private static readonly Option<long?> Trial = new Option<long?>("--trial")
    {
        Description = "The trial that it is of; without, it is of the search.",
        HelpName = "N",
    }.Within(0);

    public static Command Create()
    {
        var command = new Command("note", "Write something down of a search or of a trial; its log, its page and 'nas show' have it.")
        {
            SearchArgument.Id, Text, Trial, CommonOptions.Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (workspace, text, trial) = (parsed.GetValue(CommonOptions.Workspace)!, parsed.GetValue(Text)!, parsed.GetValue(Trial));
        SearchHeader header;
        using (var journal = SearchArgument.Open(workspace))
        {
            header = SearchArgument.Find(journal, parsed.GetValue(SearchArgument.Id)!);
        }

        var control = new SearchControl(workspace, parsed.GetValue(CommonOptions.Plugins) ?? []);
        var answer = await control.NoteAsync(header, text, trial, cancellation).ConfigureAwait(false);
        Screen.Of(parsed).Line(!parsed.GetValue(CommonOptions.Json) ? answer : JsonText.Write(json =>
        {
            json.WriteString("search", header.Spec.Name);
            json.WriteString("message", answer);
        }));
        return ExitCode.Done;
    }
}
