using System.Diagnostics;
using System.Globalization;

namespace NasEngine.Benchmarks.View;

/// <summary>The web view of a workspace in a process of its own, as <c>nas serve</c> starts it.</summary>
internal sealed class ServedProcess : IDisposable
{
    private readonly Process _process;
    private readonly HttpClient _client;

    public ServedProcess(string workspace)
    {
        var program = Path.Combine(BenchmarkFiles.Root, "artifacts", "bin", "NasEngine.Web", "release", "NasEngine.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, "serve", "--workspace", workspace, "--port", "7791"]) { RedirectStandardOutput = true };
        var began = Stopwatch.GetTimestamp();
        _process = Process.Start(start)!;
        var line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The web view did not start.");
        StartSeconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Address = new Uri(line.Split(' ').First(word => word.StartsWith("http", StringComparison.Ordinal)).TrimEnd(';'));
        _client = new HttpClient { BaseAddress = Address };
    }

    /// <summary>Seconds from the start of its process to the line with its address.</summary>
    public double StartSeconds { get; }

    public Uri Address { get; }

    /// <summary>The most memory that it had, MiB.</summary>
    public double PeakMegabytes => File.ReadLines($"/proc/{_process.Id}/status").Where(line => line.StartsWith("VmHWM", StringComparison.Ordinal))
        .Select(line => double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024).Single();

    /// <summary>Seconds of processor that it took.</summary>
    public double ProcessorSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>A page, and the seconds until all of it was there.</summary>
    public (string Text, double Seconds) Page(string path)
    {
        var began = Stopwatch.GetTimestamp();
        var text = _client.GetStringAsync(path).Result;
        return (text, Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    public void Dispose()
    {
        _client.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
