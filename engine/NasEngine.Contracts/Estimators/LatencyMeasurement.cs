namespace NasEngine.Contracts;

/// <summary>A latency, and how it was come by.</summary>
/// <param name="Milliseconds">Median time of one input.</param>
/// <param name="Deviation">Median absolute deviation, milliseconds.</param>
/// <param name="Runs">Timed runs, after warm-up.</param>
/// <param name="Threads">Threads used.</param>
/// <param name="Device">Device measured on.</param>
public sealed record LatencyMeasurement(double Milliseconds, double Deviation, int Runs, int Threads, string Device);
