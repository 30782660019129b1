using NasEngine.Benchmarks;
using NasEngine.Benchmarks.OneShot;

namespace NasEngine.Strategies.Tests.Benchmarks;

/// <summary>The command line of <c>nas bench</c>.</summary>
public sealed class BenchmarkProgramTests
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private BenchmarkArguments? _measured;

    [Theory]
    [InlineData]
    [InlineData("--help")]
    public void Without_a_name_every_benchmark_is_listed_with_its_summary(params string[] args)
    {
        Run(args).Should().Be(0);

        _output.ToString().Should().Contain("  plain   What nothing takes.\n  tables  Tables, each in a file.\n");
        _measured.Should().BeNull();
    }

    [Fact]
    public void Help_of_a_benchmark_tells_its_parts_and_options_with_what_they_are_otherwise_and_measures_nothing()
    {
        Run("tables", "--help").Should().Be(0);

        _output.ToString().Should().StartWith("Tables, each in a file.\n").And.Contain("planted: FP-NAS on layers").And.Contain("spaces: FP-NAS's")
            .And.Contain("--steps VALUE  steps of each search (default 1000)\n").And.Contain("--seeds VALUE  seeds, separated by commas (default 1,2,3)\n")
            .And.Contain("--anew  measures again").And.Contain("--json  ").And.NotContain("--inside");
        _measured.Should().BeNull();
    }

    [Fact]
    public void Help_of_a_part_tells_that_part_alone()
    {
        Run("tables", "spaces", "--steps", "7", "--help").Should().Be(0);

        _output.ToString().Should().Contain("spaces: FP-NAS's").And.NotContain("planted: ");
        _measured.Should().BeNull();
    }

    [Theory]
    [InlineData("There is no benchmark 'plian': did you mean 'plain'?", "plian")]
    [InlineData("There is no option '--epochs': known: --count, --help, --json", "plain", "--epochs", "3")]
    [InlineData("There is no option '--step': did you mean '--steps'?", "tables", "spaces", "--step", "3")]
    [InlineData("The option --count needs a value: how many.", "plain", "--count")]
    [InlineData("The option --count is 'x', which is no whole number.", "plain", "--count", "x")]
    [InlineData("'spcaes' is no part of tables: did you mean 'spaces'?", "tables", "spcaes")]
    [InlineData("'more' is no part of plain: none is known", "plain", "--count", "3", "more")]
    public void What_is_not_known_is_refused_in_a_sentence_before_anything_is_measured(string sentence, params string[] args)
    {
        Run(args).Should().Be(2);

        _errors.ToString().Should().Be($"nas: {sentence}{Environment.NewLine}");
        _output.ToString().Should().BeEmpty();
    }

    [Fact]
    public void Options_are_read_by_name_or_are_what_they_are_otherwise()
    {
        Run("plain", "--json").Should().Be(0);
        _measured!.Number("--count").Should().Be(5);
        _measured.Has(BenchmarkOption.Json).Should().BeTrue();

        Run("tables", "planted", "--seeds", "3,4").Should().Be(0);
        _measured.For(new PlantedTable().Options).Numbers("--seeds").Should().Equal(3, 4);
        _measured.For(new PlantedTable().Options).Has("--steps").Should().BeFalse();
        _measured.Words.Should().Equal("planted");
    }

    [Fact]
    public void An_option_that_is_read_and_not_named_is_a_mistake_of_the_benchmark()
    {
        Run("plain").Should().Be(0);

        _measured!.Invoking(args => args.Text("--other")).Should().Throw<InvalidOperationException>().WithMessage("*--other*");
    }

    [Fact]
    public void A_process_of_a_benchmark_that_fails_ends_it_in_a_sentence_with_its_exit_code()
    {
        var program = new BenchmarkProgram([new Plain()], _output, _errors);

        program.Run(["plain"], (_, _) => throw new ProcessFailedException("'nas run search.csx'", 2)).Should().Be(2);

        _errors.ToString().Should().Be(
            $"nas: 'nas run search.csx' ended with exit code 2, so the benchmark ends here too.{Environment.NewLine}");
    }

    private int Run(params string[] args) => new BenchmarkProgram([new Tables(), new Plain()], _output, _errors).Run(args, (benchmark, given) =>
    {
        _measured = given;
        return benchmark is Plain ? $"{given.Number("--count")}" : benchmark.Name;
    });

    private sealed class Plain : IBenchmark
    {
        public string Name => "plain";

        public string Summary => "What nothing takes.";

        public IReadOnlyList<BenchmarkOption> Options => [new("--count", "how many", "5")];

        public BenchmarkReport Run(BenchmarkArguments args) => new(Name, Summary, []);
    }

    private sealed class Tables() : TablesBenchmark("tables", "Tables, each in a file.", [new PlantedTable(), new SpacesTable()]);
}
