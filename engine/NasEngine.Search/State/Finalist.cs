using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>A winner and, once it was trained from scratch, its measurement and latency.</summary>
public sealed record Finalist(Architecture Architecture, Measurement? Measurement, LatencyMeasurement? Latency);
