namespace NasEngine.Contracts;

/// <summary>Measures architectures on the device it runs on, inside a worker. Never estimates.</summary>
public interface IProfiler : IDisposable
{
    /// <summary>Runs the architecture as a network of its own: warm-up, then the median of many runs of one input on one thread.</summary>
    LatencyMeasurement Measure(Architecture architecture, CancellationToken cancellation);
}
