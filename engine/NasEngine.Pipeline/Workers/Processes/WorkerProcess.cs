using System.Diagnostics;
using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Workers.Processes;

/// <summary>Child processes: start, look at, end.</summary>
internal static class WorkerProcess
{
    private const int SignalBase = 128;

    /// <summary>
    /// Starts one from a thread that stays until it ended: a worker asks the kernel to be killed with its parent, even
    /// when it is frozen (PR_SET_PDEATHSIG, prctl(2)), and to the kernel the parent is the thread that started it.
    /// </summary>
    /// <returns>The process, and its end.</returns>
    /// <exception cref="InputException">The program cannot be started.</exception>
    public static (Process Process, Task Ended) Start(WorkerCommand command)
    {
        var started = new TaskCompletionSource<Process>();
        var ended = Task.Factory.StartNew(
            () => Attend(command, started), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return (started.Task.GetAwaiter().GetResult(), ended);
    }

    private static void Attend(WorkerCommand command, TaskCompletionSource<Process> started)
    {
        try
        {
            var process = Launch(command);
            started.SetResult(process);
            process.WaitForExit();
        }
        catch (InputException problem)
        {
            started.SetException(problem);
        }
    }

    private static Process Launch(WorkerCommand command)
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

        WorkerEnvironment.Prepare(start.Environment, WorkerAllocator.Find());

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
