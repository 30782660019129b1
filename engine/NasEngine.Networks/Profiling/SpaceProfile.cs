using System.Collections.Immutable;
using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>A measured table with how well it predicts.</summary>
/// <param name="Table">The table.</param>
/// <param name="Check">Against networks that the line was not drawn through.</param>
/// <param name="Spread">Median over the operations of their deviation over the rounds ÷ their time.</param>
public sealed record SpaceProfile(LatencyTable Table, LatencyCheck Check, double Spread)
{
    /// <summary>Operations whose times differ much from round to round, the least steady first.</summary>
    public ImmutableArray<UnsteadyOperation> Unsteady { get; init; } = [];

    /// <summary>Least number of whole networks: half of them draw the line, half of them check it.</summary>
    public const int LeastNetworks = 4;

    /// <summary>Operations that are measured in turns, and whose weights are in memory at once.</summary>
    private const int AtOnce = 256;

    /// <summary>The profile that a worker made; see <see cref="ProfileRequest"/>.</summary>
    public static SpaceProfile Read(byte[] answer) => ProfileAnswer.Read(answer);

    /// <summary>What tables call a device here: <c>cpu, AMD EPYC 7B13, one thread</c>.</summary>
    /// <param name="device">Its name.</param>
    /// <param name="machine">What the name stands for.</param>
    public static string DeviceName(string device, string machine) => $"{device}, {machine}, one thread";

    /// <summary>
    /// Measures every operation of a space, and whole networks drawn from it, on one thread: one image, evaluation mode, channels last.
    /// </summary>
    /// <param name="space">The space.</param>
    /// <param name="device">Where.</param>
    /// <param name="name">What the table calls it.</param>
    /// <param name="networks">Whole networks: half to draw the line by, half to check it; at least <see cref="LeastNetworks"/>.</param>
    /// <param name="rounds">Rounds of which the median counts.</param>
    /// <param name="seed">Which networks.</param>
    /// <param name="clock">What times them.</param>
    /// <param name="progress">Told of what is done; stage, done, total. Null for nobody.</param>
    /// <param name="cancellation">Ends it between two measurements.</param>
    public static SpaceProfile Measure(
        INetworkSpace space, torch.Device device, string name, int networks, int rounds, ulong seed, TimeProvider clock,
        IJobProgress? progress,
        CancellationToken cancellation)
    {
        torch.set_num_threads(1);
        using var withoutGradients = torch.no_grad();
        var watches = new Stopwatches(clock, device);
        var (times, spread, unsteady) = Operations(
            [.. OperationSet.Of(space)], device, watches, rounds, progress, cancellation);
        var table = new LatencyTable(times) { Device = name };
        var drawn = Drawn(space, networks, seed);
        var measured = Whole(space, drawn, device, watches, rounds, progress, cancellation);
        var (line, check) = LatencyFit.Of([.. drawn.Zip(measured, (network, time) => (table.Of(network), time))]);
        return new SpaceProfile(
            new LatencyTable(times) { Device = name, Base = line.Base, Scale = line.Scale, Error = check.Error }, check, spread)
        {
            Unsteady = unsteady,
        };
    }

    /// <summary>Milliseconds of operations by key, measured in the same way.</summary>
    /// <param name="operations">The operations.</param>
    /// <param name="device">Where.</param>
    /// <param name="rounds">Rounds of which the median counts.</param>
    /// <param name="clock">What times them.</param>
    internal static ImmutableSortedDictionary<string, double> Times(
        KeyedOperation[] operations, torch.Device device, int rounds, TimeProvider clock) =>
        OnOneThread(() => Operations(operations, device, new Stopwatches(clock, device), rounds, null, default).Times);

    /// <summary>Networks of a space, to be measured as a whole.</summary>
    internal static NetworkSpec[] Drawn(INetworkSpace space, int networks, ulong seed) =>
    [
        .. Enumerable.Range(0, networks).Select(number => space.Describe(
            space.Decisions.Sample(RandomSource.For(seed, number, "networks of a profile")))),
    ];

    /// <summary>Milliseconds of whole networks of a space, measured in the same way.</summary>
    internal static double[] Times(INetworkSpace space, NetworkSpec[] networks, torch.Device device, int rounds, TimeProvider clock) =>
        OnOneThread(() => Whole(space, networks, device, new Stopwatches(clock, device), rounds, null, default));

    private static T OnOneThread<T>(Func<T> measure)
    {
        var threads = torch.get_num_threads();
        torch.set_num_threads(1);
        try
        {
            using var withoutGradients = torch.no_grad();
            return measure();
        }
        finally
        {
            torch.set_num_threads(threads);
        }
    }

    private static (ImmutableSortedDictionary<string, double> Times, double Spread, ImmutableArray<UnsteadyOperation> Unsteady) Operations(
        KeyedOperation[] operations, torch.Device device, Stopwatches watches, int rounds, IJobProgress? progress,
        CancellationToken cancellation)
    {
        var timed = operations.Chunk(AtOnce).SelectMany((some, chunk) => Together(
            some, device, watches, rounds, done =>
                progress?.Report("operations", (chunk * AtOnce * (long)rounds) + (done * some.Length), operations.Length * (long)rounds),
            cancellation)).ToArray();
        var spreads = operations.Zip(
            timed, (operation, time) => new UnsteadyOperation(operation.Key, time.Median, time.Deviation / time.Median)).ToArray();
        return (
            spreads.ToImmutableSortedDictionary(one => one.Key, one => one.Milliseconds, StringComparer.Ordinal),
            Robust.Median(spreads.Select(one => one.Spread)),
            [.. spreads.Where(one => one.Spread > UnsteadyOperation.Much).OrderByDescending(one => one.Spread)]);
    }

    private static (double Median, double Deviation)[] Together(
        KeyedOperation[] operations, torch.Device device, Stopwatches watches, int rounds, Action<int> after,
        CancellationToken cancellation)
    {
        var runs = operations.Select(operation => new OperationRun(operation, device)).ToList();
        try
        {
            var few = watches.Missing([.. runs.Select(run => (Action)run.Run)]);
            runs.AddRange(Enumerable.Range(0, few).Select(number => new OperationRun(operations[number % operations.Length], device)));
            return watches.TimeInTurns([.. runs.Select(run => (Action)run.Run)], TimedRounds.Of(rounds), after, cancellation)
                [..operations.Length];
        }
        finally
        {
            foreach (var run in runs)
            {
                run.Dispose();
            }
        }
    }

    private static double[] Whole(
        INetworkSpace space, NetworkSpec[] drawn, torch.Device device, Stopwatches watches, int rounds, IJobProgress? progress,
        CancellationToken cancellation)
    {
        var (channels, height, width) = space.Input;
        using var pixels = torch.zeros([1, height, width, channels], torch.ScalarType.Float32, device);
        using var image = pixels.permute(0, 3, 1, 2);
        var networks = drawn.Select((network, number) => new SpecNetwork(network, seed: 0, number, device)).ToArray();
        try
        {
            foreach (var network in networks)
            {
                network.eval();
            }

            return [.. watches.Time(
                [.. networks.Select(network => (Action)(() => network.forward(image).Dispose()))],
                TimedRounds.OfNetworks(rounds), done => progress?.Report("networks", done, 4L * rounds), cancellation)
                .Select(time => time.Median)];
        }
        finally
        {
            foreach (var network in networks)
            {
                network.Dispose();
            }
        }
    }
}
