namespace NasEngine.Benchmarks;

/// <summary>One measurement, run by name: <c>nas bench NAME</c>.</summary>
public interface IBenchmark
{
    /// <summary>The name on the command line and of the result files.</summary>
    string Name { get; }

    /// <summary>What it measures, in a line.</summary>
    string Summary { get; }

    /// <summary>The options it takes; no others can be read.</summary>
    IReadOnlyList<BenchmarkOption> Options => [];

    /// <summary>Its parts that can be asked for alone, by their names after its own.</summary>
    IReadOnlyList<BenchmarkPart> Parts => [];

    /// <summary>Measures and returns what was measured.</summary>
    BenchmarkReport Run(BenchmarkArguments args);
}
