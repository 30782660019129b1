using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// Measures the latency of an architecture as a network of its own, in evaluation mode: one image, one thread, channels
/// last in memory.
/// </summary>
/// <param name="options">How often it runs.</param>
/// <param name="setup">Space and seed.</param>
/// <param name="device">Where it runs.</param>
/// <param name="clock">What times it.</param>
internal sealed class TorchProfiler(TorchProfilerOptions options, EstimatorSetup setup, torch.Device device, TimeProvider clock) : IProfiler
{
    /// <summary>Name in recipes.</summary>
    public const string Id = "torch";

    private readonly INetworkSpace _space = setup.Networks($"Profiler '{Id}'");

    /// <inheritdoc/>
    public LatencyMeasurement Measure(Architecture architecture, CancellationToken cancellation)
    {
        torch.set_num_threads(1);
        using var scope = torch.NewDisposeScope();
        using var withoutGradients = torch.no_grad();
        using var network = new SpecNetwork(_space.Describe(architecture), setup.Seed, trial: 0, device);
        network.eval();
        var (channels, height, width) = _space.Input;
        var image = torch.zeros([1, height, width, channels], torch.ScalarType.Float32, device).permute(0, 3, 1, 2);

        var times = new double[options.Runs];
        using var held = new PinnedCore().Hold();
        for (var run = -options.WarmUp; run < times.Length; run++)
        {
            cancellation.ThrowIfCancellationRequested();
            var start = clock.GetTimestamp();
            network.forward(image).Dispose();
            Synchronise();
            if (run >= 0)
            {
                times[run] = clock.GetElapsedTime(start).TotalMilliseconds;
            }
        }

        var median = Robust.Median(times);
        return new LatencyMeasurement(median, Robust.Deviation(times, median), times.Length, Threads: 1, setup.Device);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Synchronise()
    {
        if (device.type == DeviceType.CUDA)
        {
            torch.cuda.synchronize(device);
        }
    }
}
