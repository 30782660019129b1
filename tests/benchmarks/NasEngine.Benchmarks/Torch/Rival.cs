using System.Diagnostics;
using System.Globalization;

namespace NasEngine.Benchmarks.Torch;

/// <summary>PyTorch in a process of its own, idle while the other side runs.</summary>
internal sealed class Rival : IDisposable
{
    private const string Python = "/usr/bin/python3";
    private readonly Process _process;

    public Rival(int threads)
    {
        var start = new ProcessStartInfo(Python) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Torch", "rival.py"));
        start.ArgumentList.Add(threads.ToString(CultureInfo.InvariantCulture));
        _process = Process.Start(start)!;
    }

    public void Make(string name, bool channelsLast) => Ask($"make\t{name}\t{(channelsLast ? "channels_last" : "contiguous")}");

    public (double Seconds, float[] Losses) Run(int steps)
    {
        var words = Ask($"run\t{steps}").Split('\t');
        return (
            double.Parse(words[0], CultureInfo.InvariantCulture),
            words[1..].Select(word => float.Parse(word, CultureInfo.InvariantCulture)).ToArray());
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string Ask(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{Python} with torch is needed: apt-get install python3-torch");
    }
}
