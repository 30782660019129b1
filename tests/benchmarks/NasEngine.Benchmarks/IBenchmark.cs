namespace NasEngine.Benchmarks;

/// <summary>One measurement, run by name: <c>nas bench NAME</c>.</summary>
public interface IBenchmark
{
    /// <summary>The name on the command line and of the result files.</summary>
    string Name { get; }

    /// <summary>Measures and returns what was measured.</summary>
    BenchmarkReport Run(string[] args);
}
