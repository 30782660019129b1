using System.Diagnostics;
using System.Globalization;

namespace NasEngine.Benchmarks;

/// <summary>A process of a benchmark that failed, and said itself why.</summary>
/// <param name="what">The process, in words.</param>
/// <param name="exitCode">What it ended with.</param>
internal sealed class ProcessFailedException(string what, int exitCode)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"{what} ended with exit code {exitCode}, so the benchmark ends here too."))
{
    /// <summary>What the process ended with.</summary>
    public int ExitCode => exitCode;

    /// <summary>What a process printed until its end.</summary>
    /// <exception cref="ProcessFailedException">It did not end with exit code 0.</exception>
    public static string OutputOf(Process process, string what)
    {
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new ProcessFailedException(what, process.ExitCode);
    }
}
