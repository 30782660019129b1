using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// Times several things that are short: in rounds, one after another, so that what disturbs the machine for a while disturbs all of them;
/// the median over the rounds counts. All of them run on one core, each once untimed before it is timed in a round: the kernels that a
/// library has made for it may be gone since the last one, where many others came between.
/// </summary>
/// <param name="clock">What times them.</param>
/// <param name="device">Where they run.</param>
internal sealed class Stopwatches(TimeProvider clock, torch.Device device)
{
    /// <summary>A round of one thing takes at least so long, so that the clock's own steps do not count.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(0.3);

    private readonly PinnedCore _core = new();

    /// <summary>Milliseconds of each, median and median absolute deviation over the rounds.</summary>
    public (double Median, double Deviation)[] Time(
        IReadOnlyList<Action> runs, int rounds, Action<int>? after = null, CancellationToken cancellation = default)
    {
        var repeats = runs.Select(Repeats).ToArray();
        var times = runs.Select(_ => new double[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < runs.Count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                Took(runs[i], 1);
                times[i][round] = Took(runs[i], repeats[i]) / repeats[i];
            }

            after?.Invoke(round + 1);
        }

        return [.. times.Select(one => Robust.Median(one)).Zip(times, (median, one) => (median, Robust.Deviation(one, median)))];
    }

    /// <summary>How often it runs in a round; found while it warms up.</summary>
    private int Repeats(Action run)
    {
        Took(run, 3);
        var repeats = 1;
        while (Took(run, repeats) < Least.TotalMilliseconds && repeats < 1 << 16)
        {
            repeats *= 2;
        }

        return repeats;
    }

    private double Took(Action run, int repeats)
    {
        using var held = _core.Hold();
        var start = clock.GetTimestamp();
        for (var i = 0; i < repeats; i++)
        {
            run();
        }

        if (device.type == DeviceType.CUDA)
        {
            torch.cuda.synchronize(device);
        }

        return clock.GetElapsedTime(start).TotalMilliseconds;
    }
}
