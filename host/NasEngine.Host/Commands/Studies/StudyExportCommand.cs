using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Commands.Reading;
using NasEngine.Host.Composition;
using NasEngine.Host.Studies;

namespace NasEngine.Host.Commands.Studies;

/// <summary><c>nas study export</c>: a search as an Optuna study, for its dashboard.</summary>
internal static class StudyExportCommand
{
    private static readonly Option<string> To = new("--to")
    {
        Description = "The file, where nothing is yet.",
        HelpName = "FILE.db",
        Required = true,
    };

    public static Command Create()
    {
        var command = new Command("export", "Write a search's trials as an Optuna study, which its dashboard opens.")
        {
            SearchArgument.Id, To,
        };
        command.SetAction(parsed =>
        {
            using var opened = OpenedSearch.Of(parsed);
            var spec = opened.Header.Spec;
            if (!opened.History.Candidates.Any(entry => entry is { Candidate.Work: Trial, Measurement: not null }))
            {
                throw new InputException($"Search '{spec.Name}' has no trial that was measured; there is nothing to write.");
            }

            var count = StudyWriter.Write(parsed.GetValue(To)!, spec.Name, opened.Space, spec.Objective.Axes, opened.History.Candidates);
            Console.WriteLine(FormattableString.Invariant($"{count:#,0} trials as study '{spec.Name}' of sqlite:///{parsed.GetValue(To)}"));
            return ExitCode.Done;
        });
        return command;
    }
}
