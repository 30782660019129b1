using System.CommandLine;

namespace NasEngine.Host.Commands.Studies;

/// <summary><c>nas study</c>: studies of Optuna.</summary>
internal static class StudyCommand
{
    public static Command Create()
    {
        var command = new Command("study", "Exchange trials with Optuna, by its storage in SQLite: import, export.");
        command.Subcommands.Add(StudyImportCommand.Create());
        command.Subcommands.Add(StudyExportCommand.Create());
        return command;
    }
}
