using System.Diagnostics;
using System.Globalization;

namespace NasEngine.Benchmarks.Torch;

/// <summary>A Python program that answers lines, with the allocator that its user would have; idle while the other side runs.</summary>
internal sealed class PythonProcess : IDisposable
{
    private const string Python = "/usr/bin/python3";
    private readonly Process _process;

    /// <summary>Starts it.</summary>
    /// <param name="script">A file beside this program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="blasThreads">Threads of OpenBLAS, which PyTorch does not set; null leaves its default.</param>
    public PythonProcess(string script, IEnumerable<string> arguments, int? blasThreads)
    {
        var start = new ProcessStartInfo(Python) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Torch", script));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment.Remove("LD_PRELOAD");
        if (blasThreads is { } threads) start.Environment["OPENBLAS_NUM_THREADS"] = threads.ToString(CultureInfo.InvariantCulture);
        _process = Process.Start(start)!;
    }

    public string Ask(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{Python} with torch is needed: apt-get install python3-torch");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
