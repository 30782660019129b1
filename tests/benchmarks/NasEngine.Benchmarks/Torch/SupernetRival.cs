using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Networks;

namespace NasEngine.Benchmarks.Torch;

/// <summary>PyTorch's side of the supernet's step, with its own default number of threads.</summary>
internal sealed class SupernetRival : IDisposable
{
    private readonly PythonProcess _python;
    private readonly string _file = Path.GetTempFileName();
    private bool? _channelsLast;

    public SupernetRival(ImmutableArray<NetworkSpec> paths, int batch)
    {
        using (var file = File.Create(_file))
        {
            file.WriteByte((byte)'[');
            foreach (var path in paths)
            {
                if (path != paths[0]) file.WriteByte((byte)',');
                NetworkJson.Write(path, file);
            }

            file.WriteByte((byte)']');
        }

        _python = new PythonProcess("rival_supernet.py", [_file, batch.ToString(CultureInfo.InvariantCulture)], blasThreads: null);
    }

    /// <summary>Seconds of one step.</summary>
    public double Step(bool channelsLast)
    {
        if (_channelsLast != channelsLast) _python.Ask($"format {(channelsLast ? "channels_last" : "contiguous")}");
        _channelsLast = channelsLast;
        return double.Parse(_python.Ask("run 1"), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _python.Dispose();
        File.Delete(_file);
    }
}
