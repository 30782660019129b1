namespace NasEngine.Host.Plots.Parallel;

/// <summary>A trial across the axes.</summary>
/// <param name="Number">The trial.</param>
/// <param name="Places">Where it crosses each axis, 0 at the foot and 1 at the top.</param>
/// <param name="Rank">1 for the best of those that go through, 0 for the last.</param>
public sealed record ParallelLine(long Number, double[] Places, double Rank);
