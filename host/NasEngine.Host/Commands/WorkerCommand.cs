using System.CommandLine;
using System.Diagnostics;
using NasEngine.Host.Clusters;
using NasEngine.Host.Commands.Clusters;
using NasEngine.Host.Composition;
using NasEngine.Pipeline.Workers.Processes;

namespace NasEngine.Host.Commands;

/// <summary>
/// <c>nas worker --join HOST:PORT</c>: lends this machine's workers to a search elsewhere. Without it, the child process that trains and
/// evaluates; started by <c>nas run</c>.
/// </summary>
internal static class WorkerCommand
{
    public static Command Create()
    {
        var command = new Command(
            "worker",
            "Lend this machine to a search that runs elsewhere with --cluster; it may start before that, and stays when that ends.");
        NodeArguments.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (NodeArguments.Read(parsed) is not { } node)
        {
            return Work();
        }

        using var interrupts = new Interrupts();
        await LentMachine.RunAsync(node, interrupts.Token).ConfigureAwait(false);
        return ExitCode.Done;
    }

    private static int Work()
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
