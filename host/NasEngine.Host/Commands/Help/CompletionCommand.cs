using System.CommandLine;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;

namespace NasEngine.Host.Commands.Help;

/// <summary><c>nas completion SHELL</c>: prints the script that completes command lines.</summary>
internal static class CompletionCommand
{
    private static readonly Argument<string> Shell = new("shell") { Description = "bash or zsh." };

    static CompletionCommand() => Shell.AcceptOnlyFromAmong("bash", "zsh");

    public static Command Create()
    {
        var command = new Command("completion", "Print the script that completes command lines in a shell.") { Shell };
        command.SetAction(parsed =>
        {
            var root = (RootCommand)parsed.RootCommandResult.Command;
            Screen.Of(parsed).Output.Write(parsed.GetValue(Shell) == "zsh" ? Completion.Zsh(root) : Completion.Bash(root));
            return ExitCode.Done;
        });
        return command;
    }
}
