namespace NasEngine.Benchmarks;

/// <summary>A part of a benchmark that can be asked for alone.</summary>
/// <param name="Name">Its name on the command line, after the benchmark's.</param>
/// <param name="Summary">What it shows.</param>
/// <param name="Options">What it takes beside the options of the benchmark.</param>
public sealed record BenchmarkPart(string Name, string Summary, IReadOnlyList<BenchmarkOption> Options);
