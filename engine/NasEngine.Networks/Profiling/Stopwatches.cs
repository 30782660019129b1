using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// Times several things that are short: in rounds, one after another, so that what disturbs the machine for a while disturbs all of them;
/// the median over the rounds counts. All of them run on one core.
/// </summary>
/// <param name="clock">What times them.</param>
/// <param name="device">Where they run.</param>
internal sealed class Stopwatches(TimeProvider clock, torch.Device device)
{
    /// <summary>Parts that take turns, at least: as many as a small network has.</summary>
    private const int LeastParts = 64;

    /// <summary>What takes so long leaves the caches to nothing else.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(5);

    private const int MostPasses = 8;

    /// <summary>A round of one thing takes at least so long, so that the clock's own steps do not count.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(0.3);

    private readonly PinnedCore _core = new();

    /// <summary>
    /// Milliseconds of each, median and median absolute deviation over the rounds. Each runs once untimed before it is timed in a round:
    /// the kernels that a library has made for it may be gone since the last one, where many others came between.
    /// </summary>
    /// <param name="runs">The things.</param>
    /// <param name="rounds">How often, and how long.</param>
    /// <param name="after">Told of each round that is done.</param>
    /// <param name="cancellation">Ends it between two of them.</param>
    public (double Median, double Deviation)[] Time(
        IReadOnlyList<Action> runs, TimedRounds rounds, Action<int>? after = null, CancellationToken cancellation = default)
    {
        var repeats = runs.Select(Repeats).ToArray();
        return InRounds(runs, rounds, after, cancellation, (i, times) =>
        {
            Took(runs[i], 1);
            times[i] = Took(runs[i], repeats[i]) / repeats[i];
        });
    }

    /// <summary>
    /// The same of things that are parts of a whole, such as the operations of networks: in turns, so that each finds its weights and its
    /// code where other parts left them, as it does in the whole. A device with a queue of its own hides that, and each is repeated.
    /// </summary>
    /// <inheritdoc cref="Time"/>
    public (double Median, double Deviation)[] TimeInTurns(
        IReadOnlyList<Action> runs, TimedRounds rounds, Action<int>? after = null, CancellationToken cancellation = default)
    {
        if (device.type == DeviceType.CUDA)
        {
            return Time(runs, rounds, after, cancellation);
        }

        var passes = Passes(runs);
        return InRounds(runs, rounds, after, cancellation, (i, times) => times[i] += Took(runs[i], 1) / passes, passes);
    }

    /// <summary>How many more parts it takes that none of these finds in the caches what it left there in its last turn.</summary>
    /// <param name="runs">The parts that there are.</param>
    public int Missing(IReadOnlyList<Action> runs)
    {
        if (device.type == DeviceType.CUDA || runs.Count >= LeastParts)
        {
            return 0;
        }

        var pass = runs.Sum(run => Took(run, 3)) / 3;
        return Math.Min(LeastParts - runs.Count, (int)Math.Max(0, (Long.TotalMilliseconds - pass) * runs.Count / Math.Max(pass, 1e-9)));
    }

    private (double Median, double Deviation)[] InRounds(
        IReadOnlyList<Action> runs, TimedRounds rounds, Action<int>? after, CancellationToken cancellation, Action<int, double[]> time,
        int passes = 1)
    {
        var (start, measured) = (clock.GetTimestamp(), new List<double[]>());
        while (rounds.GoOn(measured.Count, clock.GetElapsedTime(start)))
        {
            var times = new double[runs.Count];
            for (var pass = 0; pass < passes; pass++)
            {
                for (var i = 0; i < runs.Count; i++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    time(i, times);
                }
            }

            measured.Add(times);
            after?.Invoke(measured.Count);
        }

        return
        [
            .. Enumerable.Range(0, runs.Count)
                .Select(i => measured.Select(times => times[i]).ToArray())
                .Select(times => (Times: times, Median: Robust.Median(times)))
                .Select(one => (one.Median, Robust.Deviation(one.Times, one.Median))),
        ];
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

    /// <summary>How often the turn goes round in a round; found while all of them warm up.</summary>
    private int Passes(IReadOnlyList<Action> runs)
    {
        foreach (var run in runs)
        {
            Took(run, 3);
        }

        var pass = runs.Sum(run => Took(run, 1));
        return (int)Math.Clamp(Math.Ceiling(runs.Count * Least.TotalMilliseconds / Math.Max(pass, 1e-9)), 1, MostPasses);
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
