using System.ComponentModel;
using System.Diagnostics;
using NasEngine.Contracts;

namespace NasEngine.Web.Acting;

/// <summary>
/// A command of the program in a process of its own, which belongs to no terminal: it goes on when the web view ends. What it says of
/// errors goes to a file that is gone when this is disposed of.
/// </summary>
internal sealed class DetachedRun : IDisposable
{
    /// <summary>Begins a session of its own, gives back the web view's lock, and becomes the program.</summary>
    private const string Script = "exec setsid \"$@\" </dev/null >/dev/null 2>\"$0\" 8>&-";

    private const string Mark = "nas: ";

    private readonly Process _process;
    private readonly string _errors;

    private DetachedRun(Process process, string errors) => (_process, _errors) = (process, errors);

    private const string Name = "nas.dll";

    /// <summary>The program: of a source tree the one that is built for itself, else that beside the web view.</summary>
    private static string Program { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "NasEngine.Host", Path.GetFileName(
            AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), Name)) is var built && File.Exists(built)
        ? built
        : Path.Combine(AppContext.BaseDirectory, Name);

    /// <summary>Number of the process.</summary>
    public int Number => _process.Id;

    /// <summary>Its exit code; null while it runs.</summary>
    public int? Code => _process.HasExited ? _process.ExitCode : null;

    /// <summary>The last sentence that it said of an error; null where it said none.</summary>
    public string? Problem =>
        File.ReadLines(_errors).LastOrDefault(line => line.StartsWith(Mark, StringComparison.Ordinal))?[Mark.Length..];

    /// <summary>Starts it.</summary>
    /// <exception cref="InputException">It cannot be started.</exception>
    public static DetachedRun Start(IEnumerable<string> arguments)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new InputException("Programs that outlive the web view are started on Linux alone; use the command line here.");
        }

        var errors = Path.GetTempFileName();
        try
        {
            return new DetachedRun(
                Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Script, errors, "dotnet", Program, .. arguments]))!, errors);
        }
        catch (Win32Exception problem)
        {
            File.Delete(errors);
            throw new InputException(
                $"No process can be started from here: {Clause.Of(problem.Message)}; use the command line.", problem);
        }
    }

    /// <summary>Leaves the process alone.</summary>
    public void Dispose()
    {
        File.Delete(_errors);
        _process.Dispose();
    }
}
