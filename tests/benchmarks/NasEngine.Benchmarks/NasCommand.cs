using System.Diagnostics;
using System.Reflection;

namespace NasEngine.Benchmarks;

/// <summary>The program as users run it, in a process of its own.</summary>
internal static class NasCommand
{
    /// <summary>The program.</summary>
    public static string File { get; } = Path.Combine(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!, "nas.dll");

    /// <summary>Runs a command to its end; the last line of what it printed.</summary>
    /// <exception cref="ProcessFailedException">It did not end with exit code 0.</exception>
    public static string LastLine(params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [File, .. args]) { RedirectStandardOutput = true })!;
        return ProcessFailedException.OutputOf(process, $"'nas {string.Join(' ', args)}'").TrimEnd().Split('\n')[^1];
    }
}
