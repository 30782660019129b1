using System.Diagnostics;
using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Workers.Processes;

/// <summary>Child processes: start, look at, end.</summary>
internal static class WorkerProcess
{
    private const int SignalBase = 128;

    public static Process Start(WorkerCommand command)
    {
        var start = new ProcessStartInfo(command.Program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in command.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception problem)
        {
            throw new InputException($"The worker program '{command.Program}' cannot be started: {problem.Message}", problem);
        }
    }

    public static void Kill(Process? process)
    {
        try
        {
            process?.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in the meantime.
        }
    }

    /// <summary>How a process ended, in words: a signal shows as 128 plus its number.</summary>
    public static string Ending(int exitCode) => exitCode > SignalBase
        ? $"it was ended by signal {exitCode - SignalBase}"
        : $"it exited with {exitCode}";

    /// <summary>Resident memory in bytes; 0 when the process is gone.</summary>
    public static long ResidentBytes(int pid)
    {
        try
        {
            var fields = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/statm")).Split(' ');
            return long.Parse(fields[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
