using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace NasEngine.Faults;

/// <summary>A running <c>nas</c>, with all it wrote.</summary>
internal sealed class NasProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly StringBuilder _output = new();

    public NasProcess(string cache, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
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
        .Where(pid => pid > 0 && ParentOf(pid) == Pid)];

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

    /// <summary>Waits until it wrote a text or ended; whether it wrote it.</summary>
    public bool Says(string text)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < Patience)
        {
            var ended = _process.WaitForExit(TimeSpan.FromMilliseconds(20));
            if (Said.Contains(text, StringComparison.Ordinal))
            {
                return true;
            }

            if (ended)
            {
                _process.WaitForExit();
                return Said.Contains(text, StringComparison.Ordinal);
            }
        }

        return false;
    }

    /// <summary>Waits until it has a child process; 0 when it ended before.</summary>
    public int FirstWorker()
    {
        while (!_process.WaitForExit(TimeSpan.FromMilliseconds(20)))
        {
            if (Workers is [var pid, ..])
            {
                return pid;
            }
        }

        return 0;
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

    private static int ParentOf(int pid)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] == "Z" ? 0 : int.Parse(fields[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
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
