using NasEngine.Contracts;

namespace NasEngine.Benchmarks;

/// <summary><c>nas bench</c>: which benchmark is asked for, and what is printed.</summary>
/// <param name="benchmarks">All there are.</param>
/// <param name="output">Where reports and explanations are printed.</param>
/// <param name="errors">Where it is said what is wrong with the command line.</param>
internal sealed class BenchmarkProgram(IReadOnlyCollection<IBenchmark> benchmarks, TextWriter output, TextWriter errors)
{
    /// <summary>Explains or measures.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="measure">Runs a benchmark and gives what is to be printed.</param>
    /// <returns>The program's exit code: 2 where the command line is wrong, that of a process of its own that failed, 130 where it was interrupted.</returns>
    public int Run(string[] args, Func<IBenchmark, BenchmarkArguments, string> measure)
    {
        try
        {
            output.WriteLine(Text(args, measure));
            return 0;
        }
        catch (InputException problem)
        {
            errors.WriteLine($"nas: {problem.Message}");
            return 2;
        }
        catch (ProcessFailedException failed)
        {
            errors.WriteLine($"nas: {failed.Message}");
            return failed.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
    }

    private string Text(string[] args, Func<IBenchmark, BenchmarkArguments, string> measure)
    {
        if (args.Length == 0 || args[0] == BenchmarkOption.Help.Name)
        {
            return BenchmarkHelp.Of(benchmarks);
        }

        var benchmark = benchmarks.FirstOrDefault(one => one.Name == args[0]) ?? throw new InputException(
            $"There is no benchmark '{args[0]}': {Suggest.Instead(args[0], benchmarks.Select(one => one.Name))}");
        var asked = Asked(benchmark, Read(benchmark, benchmark.Parts, args).Words);
        var given = Read(benchmark, asked, args);
        if (given.Has(BenchmarkOption.Help))
        {
            return BenchmarkHelp.Of(benchmark, asked);
        }

        return measure(benchmark, given);
    }

    private static BenchmarkArguments Read(IBenchmark benchmark, IEnumerable<BenchmarkPart> parts, string[] args) => BenchmarkArguments.Read(
        [
            .. benchmark.Options.Concat(parts.SelectMany(part => part.Options)).DistinctBy(option => option.Name),
            BenchmarkOption.Json, BenchmarkOption.Help, BenchmarkOption.Inside,
        ],
        args[1..]);

    /// <summary>The parts that were asked for, or all.</summary>
    private static IReadOnlyCollection<BenchmarkPart> Asked(IBenchmark benchmark, IReadOnlyCollection<string> words)
    {
        var unknown = words.FirstOrDefault(word => benchmark.Parts.All(part => part.Name != word));
        return unknown is not null
            ? throw new InputException($"'{unknown}' is no part of {benchmark.Name}: {Suggest.Instead(unknown, benchmark.Parts.Select(part => part.Name))}")
            : words.Count == 0 ? benchmark.Parts : [.. benchmark.Parts.Where(part => words.Contains(part.Name))];
    }
}
