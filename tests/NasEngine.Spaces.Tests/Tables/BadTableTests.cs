using NasEngine.Contracts;
using NasEngine.Spaces.Benchmarks;

namespace NasEngine.Spaces.Tests;

public sealed class BadTableTests
{
    [Fact]
    public void A_missing_file_is_named() =>
        Loading("nowhere/table.csv").Should().Throw<InputException>().WithMessage("Table 'nowhere/table.csv'*cannot be opened*");

    [Fact]
    public void A_missing_column_is_named_with_the_columns_there_are()
    {
        using var file = new TableFile("index,arch_str,cifar10_val_acc", "0,a,80");
        Loading(file.Path).Should().Throw<InputException>()
            .WithMessage("*no column 'cifar10_test_acc_seeds'; its columns are index, arch_str, cifar10_val_acc.");
    }

    [Theory]
    [InlineData("1,b,80,90,,,", "Line 3 of table*has 7 fields; it must have 8*")]
    [InlineData("1,b,eighty,90,,,,", "Line 3 of table*'eighty' in column 'cifar10_val_acc'*percentage*")]
    [InlineData("1,b,80,90;,,,,", "Line 3 of table*'' in column 'cifar10_test_acc_seeds'*percentage*")]
    [InlineData("1,b,101,90,,,,", "Line 3 of table*'101' in column 'cifar10_val_acc'*percentage*")]
    [InlineData("1,b,NaN,90,,,,", "Line 3 of table*'NaN' in column 'cifar10_val_acc'*percentage*")]
    [InlineData("1,b,80,90,-1,,,", "Line 3 of table*'-1' in column 'macs_m'*number from 0 on*")]
    [InlineData("1,a,80,90,,,,", "Line 3 of table*repeats the architecture 'a'*")]
    public void A_bad_row_is_refused_with_its_line(string row, string message)
    {
        using var file = new TableFile(TableFile.Header, "0,a,80,90,1,1,1,1", row);
        Loading(file.Path).Should().Throw<InputException>().WithMessage(message);
    }

    [Theory]
    [InlineData]
    [InlineData(TableFile.Header)]
    public void A_table_without_rows_is_refused(params string[] lines)
    {
        using var file = new TableFile(lines);
        Loading(file.Path).Should().Throw<InputException>().WithMessage("*has no rows*");
    }

    [Fact]
    public void A_gzip_file_that_was_cut_short_is_refused()
    {
        var lines = Enumerable.Range(0, 2000).Select(i => $"{i},a{i},80,90,,,,").Prepend(TableFile.Header).ToArray();
        using var file = new TableFile(lines).Compressed().CutTo(600);
        Loading(file.Path).Should().Throw<InputException>();
    }

    [Fact]
    public void Quoted_fields_may_hold_commas_and_quotes()
    {
        using var file = new TableFile(TableFile.Header, "0,\"a,\"\"b\"\"\",80,90,,,,");
        var table = BenchmarkTable.Load(file.Path, TableOptions.UsualLatency);
        table.TryGet("a,\"b\"", out var row).Should().BeTrue();
        row.TestAccuracy.Should().Be(0.9);
    }

    [Fact]
    public void A_column_of_latencies_that_was_asked_for_and_is_not_there_is_named()
    {
        using var file = new TableFile(TableFile.Header, "0,a,80,90,1,1,1,1");
        FluentActions.Invoking(() => BenchmarkTable.Load(file.Path, "raspi_latency_ms")).Should().Throw<InputException>()
            .WithMessage("*no column 'raspi_latency_ms'; its columns are index,*raspi4_latency_ms.");
    }

    private static Action Loading(string path) => () => BenchmarkTable.Load(path, "pixel3_latency_ms");
}
