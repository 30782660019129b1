using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace NasEngine.Faults;

/// <summary>A running <c>nas</c>, with all it wrote.</summary>
internal sealed class NasProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly StringBuilder _output = new();

    /// <param name="cache">Folder of what it keeps.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="through">What its command line begins with: a program that becomes the one that is named after it.</param>
    public NasProcess(string cache, IEnumerable<string> arguments, IReadOnlyList<string>? through = null)
    {
        string[] command = [.. through ?? [], "dotnet"];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["XDG_CACHE_HOME"] = cache;
        start.ArgumentList.Add(Installation.Program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => Append(_errors, line.Data);
        _process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    public int Pid => _process.Id;

    public string Errors => Text(_errors);

    public string Output => Text(_output);

    /// <summary>Both.</summary>
    public string Said => Output + Errors;

    /// <summary>Its child processes.</summary>
    public IReadOnlyList<int> Workers => [.. Directory.GetDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : 0)
        .Where(pid => pid > 0 && Stat(pid) is [not "Z", var parent, ..] && parent == Pid.ToString(CultureInfo.InvariantCulture))];

    /// <summary>Waits until a process is gone, or dead and not yet collected by its parent; false when it lives on.</summary>
    public static bool Gone(int pid) => SpinWait.SpinUntil(() => Stat(pid) is [] or ["Z", ..], Patience);

    /// <summary>Waits for the end; null when it does not end in time.</summary>
    public int? ExitWithin(TimeSpan limit)
    {
        if (!_process.WaitForExit(limit))
        {
            return null;
        }

        _process.WaitForExit();
        return _process.ExitCode;
    }

    /// <summary>Waits for the end and returns the exit code.</summary>
    public int Exit() => ExitWithin(Patience)
        ?? throw new TimeoutException($"nas did not end within {Patience.TotalMinutes} minutes. It wrote: {Errors}");

    /// <summary>Waits until it wrote a text; false when it ended without.</summary>
    public bool Says(string text) => Until(() => Said.Contains(text, StringComparison.Ordinal));

    /// <summary>Waits for a condition; false when it ended, or time ran out, and the condition does not hold.</summary>
    public bool Until(Func<bool> condition)
    {
        var start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            if (ExitWithin(TimeSpan.FromMilliseconds(50)) is not null || Stopwatch.GetElapsedTime(start) > Patience)
            {
                return condition();
            }
        }

        return true;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    /// <summary>State, parent and more (proc(5)); empty when there is no such process.</summary>
    private static string[] Stat(int pid)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat"));
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static void Append(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            lock (text)
            {
                text.AppendLine(line);
            }
        }
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
