using System.Diagnostics;

namespace NasEngine.Web.Tests.Programs;

/// <summary>The command line as users run it: a process of its own, in a folder of the test's.</summary>
internal sealed class NasProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private Task<string> _rest = Task.FromResult("");

    private NasProcess(Process process) => _process = process;

    public static NasProcess Start(string folder, params string[] arguments)
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "NasEngine.Host", configuration, "nas.dll"));
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return new NasProcess(process);
    }

    /// <summary>What it printed to its end.</summary>
    public static async Task<string> RunAsync(string folder, params string[] arguments)
    {
        using var program = Start(folder, arguments);
        using var limit = new CancellationTokenSource(Limit);
        return await program._process.StandardOutput.ReadToEndAsync(limit.Token);
    }

    /// <summary>Waits for a line of its output that begins like this, and reads the others away from then on.</summary>
    public async Task OutputAsync(string beginning)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                _rest = _process.StandardOutput.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException($"It ended without a line that begins '{beginning}'.");
    }

    /// <summary>Ends it with all that it started, as <c>kill -9</c> does.</summary>
    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _rest.Wait(Limit);
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
