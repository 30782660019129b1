using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Commands;
using NasEngine.Host.Output;
using NasEngine.Networks.Natives;
using Spectre.Console;

namespace NasEngine.Host.Composition;

/// <summary>
/// What every program of the command line does with its arguments: runs a command, or says in one sentence why it could not.
/// </summary>
internal static class CommandLine
{
    /// <summary>Runs a command line and returns the exit code.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="root">The commands.</param>
    public static async Task<int> RunAsync(string[] args, RootCommand root)
    {
        StandardStreams.Secure();
        TorchNatives.Register();
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = 1000; // A file has no edge to wrap at.
        }

        try
        {
            var parsed = root.Parse(args.Length > 0 ? args : ["--help"]);
            UsageErrors.ThrowIfAny(parsed);
            var code = await parsed.InvokeAsync(
                new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }).ConfigureAwait(false);
            return code == ExitCode.Done && StandardStreams.Lost is { } lost
                ? throw new InputException($"The output could not be written: {lost}")
                : code;
        }
        catch (Exception problem)
        {
            if (args.Contains("--json"))
            {
                Console.WriteLine(ErrorJson.Of(problem));
            }

            return Failures.Report(problem, args.Contains("--verbose"));
        }
    }
}
