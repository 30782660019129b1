using System.CommandLine;
using System.Diagnostics;
using NasEngine.Host.Composition;
using NasEngine.Pipeline.Workers.Processes;

namespace NasEngine.Host.Commands;

/// <summary><c>nas worker</c>: the child process that trains and evaluates; started by <c>nas run</c>.</summary>
internal static class WorkerCommand
{
    public static Command Create()
    {
        var command = new Command(
            "worker", "Train and evaluate for a search, over standard input and output; started by 'nas run'.") { Hidden = true };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult _)
    {
        ParentDeath.KillsThisProcess();
        using var signals = WorkerSignals.Ignore();
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        Console.SetOut(Console.Error);
        new WorkerLoop(input, output, plugins => HostServices.Open(plugins).Catalog, TimeProvider.System).Run(
            abandon: Process.GetCurrentProcess().Kill);
        return ExitCode.Done;
    }
}
