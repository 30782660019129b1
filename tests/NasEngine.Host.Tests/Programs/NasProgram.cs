using System.Diagnostics;
using System.Text;

namespace NasEngine.Host.Tests.Programs;

/// <summary>The program as users run it: a process of its own, in a folder of the test's.</summary>
internal sealed class NasProgram : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Task<string> _error;

    private NasProgram(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    /// <summary>
    /// Runs a command line to its end: in a program that ran others before, since half a second of each start is the runtime's. What holds
    /// for a whole process, such as libtorch in it, is tested in one of its own.
    /// </summary>
    public static Task<ProgramResult> RunAsync(string folder, params string[] arguments) =>
        arguments.Contains("inproc") ? RunAsync(folder, [], arguments) : WarmProgram.RunAsync(folder, arguments, Limit);

    /// <summary>Runs it to its end in a process of its own, with variables of the environment changed; null takes one away.</summary>
    public static async Task<ProgramResult> RunAsync(string folder, Dictionary<string, string?> environment, params string[] arguments)
    {
        using var program = Start(folder, environment, arguments);
        return await program.EndAsync();
    }

    /// <summary>Runs a line of bash in which <c>nas</c> is the program.</summary>
    public static async Task<ProgramResult> BashAsync(string folder, string line)
    {
        var prelude = $"nas() {{ dotnet '{Path.Combine(Repository.Built("NasEngine.Host"), "nas.dll")}' \"$@\"; }}; ";
        using var bash = new NasProgram(Process.Start(new ProcessStartInfo("/bin/bash", ["-c", prelude + line])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
        return await bash.EndAsync();
    }

    /// <summary>How it is started.</summary>
    public static ProcessStartInfo Command(params string[] arguments) =>
        new("dotnet", [Path.Combine(Repository.Built("NasEngine.Host"), "nas.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,

            // What a program of seconds calls often is not worth compiling again.
            Environment = { ["DOTNET_TC_CallCountingDelayMs"] = "1000" },
        };

    public static NasProgram Start(string folder, Dictionary<string, string?> environment, params string[] arguments)
    {
        var start = Command(arguments);
        start.WorkingDirectory = folder;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new NasProgram(Process.Start(start)!);
    }

    /// <summary>Ends it, and all that it started, as a crash does.</summary>
    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    /// <summary>Waits for a line of its output that begins like this.</summary>
    public async Task OutputAsync(string beginning)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            _output.Append(line).Append('\n');
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException($"It ended without a line that begins '{beginning}': {await _error}");
    }

    /// <summary>Asks until something is so, which the program brings about while it runs.</summary>
    public async Task UntilAsync(Func<Task<bool>> isSo)
    {
        while (!await isSo())
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"It ended before: {await _error}");
            }
        }
    }

    /// <summary>What it left when it ended by itself; a program that does not is ended and the test fails.</summary>
    public async Task<ProgramResult> EndAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        _output.Append(await _process.StandardOutput.ReadToEndAsync(limit.Token));
        await _process.WaitForExitAsync(limit.Token);
        return new ProgramResult(_process.ExitCode, _output.ToString(), await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }
}
