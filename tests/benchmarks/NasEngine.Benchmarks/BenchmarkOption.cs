namespace NasEngine.Benchmarks;

/// <summary>An option that a benchmark takes.</summary>
/// <param name="Name">As it is written, <c>--steps</c>.</param>
/// <param name="Meaning">What it says, in a few words.</param>
/// <param name="Otherwise">Its value when it is not given; empty where the benchmark then does without.</param>
public sealed record BenchmarkOption(string Name, string Meaning, string Otherwise = "")
{
    /// <summary>Prints the report as JSON; every benchmark takes it.</summary>
    public static BenchmarkOption Json { get; } = new("--json", "prints the report as JSON") { IsSwitch = true };

    /// <summary>Explains instead of measuring; every benchmark takes it.</summary>
    public static BenchmarkOption Help { get; } = new("--help", "prints this") { IsSwitch = true };

    /// <summary>Says that this is a process of a benchmark's own.</summary>
    public static BenchmarkOption Inside { get; } = new("--inside", "a process of the benchmark's own") { IsSwitch = true, IsInternal = true };

    /// <summary>Where a published table is, which is looked for in <c>shared/data</c> beside the project otherwise.</summary>
    public static BenchmarkOption Table { get; } = new("--table", "the published table, from shared/data beside the project otherwise");

    /// <summary>Whether it stands alone, without a value.</summary>
    public bool IsSwitch { get; init; }

    /// <summary>Whether it is for the benchmark's own processes and not for people.</summary>
    public bool IsInternal { get; init; }

    /// <summary>Seeds, one search each, as <c>1,2,3</c>.</summary>
    public static BenchmarkOption Seeds(string otherwise) => new("--seeds", "seeds, separated by commas", otherwise);
}
