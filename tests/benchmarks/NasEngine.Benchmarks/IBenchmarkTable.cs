namespace NasEngine.Benchmarks;

/// <summary>One of the tables of a <see cref="TablesBenchmark"/>.</summary>
internal interface IBenchmarkTable
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>What it shows, and how.</summary>
    string Summary { get; }

    /// <summary>The options it takes; no others can be read.</summary>
    IReadOnlyList<BenchmarkOption> Options => [];

    /// <summary>What is to be measured, each by itself.</summary>
    /// <exception cref="Contracts.InputException">Something that it needs is not there.</exception>
    IEnumerable<BenchmarkCase> Cases(BenchmarkArguments args);

    /// <summary>The rows with what only all of them together say.</summary>
    IReadOnlyList<IReadOnlyDictionary<string, object>> Finish(IReadOnlyList<IReadOnlyDictionary<string, object>> rows) => rows;
}

/// <summary>A part of a table that is measured by itself.</summary>
/// <param name="Key">Tells it from all others of the table, those of other sizes among them.</param>
/// <param name="Measure">Gives its row; all rows of a table have the same columns.</param>
internal sealed record BenchmarkCase(string Key, Func<IReadOnlyDictionary<string, object>> Measure);
