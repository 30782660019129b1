using System.Diagnostics;
using System.Reflection;

namespace NasEngine.Benchmarks;

/// <summary>The program as users run it, in a process of its own.</summary>
internal static class NasCommand
{
    /// <summary>The program.</summary>
    public static string File { get; } = Path.Combine(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!, "nas.dll");

    /// <summary>Runs a command to its end; the last line of what it printed.</summary>
    /// <exception cref="InvalidOperationException">It did not end with exit code 0.</exception>
    public static string LastLine(params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [File, .. args]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.TrimEnd().Split('\n')[^1]
            : throw new InvalidOperationException($"'{string.Join(' ', args)}' ended with exit code {process.ExitCode}.");
    }
}
