using System.Globalization;

namespace NasEngine.Benchmarks.Torch;

/// <summary>PyTorch's side of the networks' steps.</summary>
internal sealed class Rival(int threads) : IDisposable
{
    private readonly PythonProcess _python = new("rival.py", [threads.ToString(CultureInfo.InvariantCulture)], blasThreads: threads);

    public void Make(string name, bool channelsLast) => _python.Ask($"make\t{name}\t{(channelsLast ? "channels_last" : "contiguous")}");

    public (double Seconds, float[] Losses) Run(int steps)
    {
        var words = _python.Ask($"run\t{steps}").Split('\t');
        return (
            double.Parse(words[0], CultureInfo.InvariantCulture),
            words[1..].Select(word => float.Parse(word, CultureInfo.InvariantCulture)).ToArray());
    }

    public void Dispose() => _python.Dispose();
}
