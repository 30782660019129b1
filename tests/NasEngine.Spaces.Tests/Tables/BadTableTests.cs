using NasEngine.Contracts;

namespace NasEngine.Spaces.Tests;

public sealed class BadTableTests
{
    private const string Good = "0,a,80,90,1,1,1,1";

    [Fact]
    public void A_missing_column_is_named_with_the_columns_there_are()
    {
        using var file = new TableFile("index,arch_str,cifar10_val_acc", "0,a,80");
        Loading(file).Should().Throw<InputException>()
            .WithMessage("*no column 'cifar10_test_acc_seeds'; its columns are index, arch_str, cifar10_val_acc.*option 'format'*");
    }

    [Theory]
    [InlineData("1,b,80,90,,,", "Line 3 of table*has 7 fields; it must have 8*")]
    [InlineData("1,b,eighty,90,,,,", "Line 3 of table*'eighty' in column 'cifar10_val_acc'*percentage*")]
    [InlineData("1,b,80,90;,,,,", "Line 3 of table*'' in column 'cifar10_test_acc_seeds'*percentage*")]
    [InlineData("1,b,101,90,,,,", "Line 3 of table*'101' in column 'cifar10_val_acc'*percentage*")]
    [InlineData("1,b,NaN,90,,,,", "Line 3 of table*'NaN' in column 'cifar10_val_acc'*percentage*")]
    [InlineData("1,b,80,90,-1,,,", "Line 3 of table*'-1' in column 'macs_m'*number from 0 on*")]
    [InlineData("1,a,80,90,,,,", "Line 3 of table*repeats the architecture 'a'*")]
    [InlineData("1,a ,80,90,,,,", "Line 3 of table*repeats the architecture 'a'*")]
    public void A_bad_row_is_refused_with_its_line(string row, string message)
    {
        using var file = new TableFile(TableFile.Header, Good, row);
        Loading(file).Should().Throw<InputException>().WithMessage(message);
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_is_refused()
    {
        using var file = new TableFile(TableFile.Header, Good, "1,\"b,80,90,,,,", "2,c,80,90,,,,");
        Loading(file).Should().Throw<InputException>().WithMessage("Line 3 of table*fields; it must have 8*");
    }

    [Theory]
    [InlineData]
    [InlineData(TableFile.Header)]
    public void A_table_without_rows_is_refused(params string[] lines)
    {
        using var file = new TableFile(lines);
        Loading(file).Should().Throw<InputException>().WithMessage("*has no rows*");
    }

    [Theory]
    [InlineData(600)]
    [InlineData(40)]
    [InlineData(-1)]
    [InlineData(-9)]
    public void A_gzip_file_that_was_cut_short_is_refused_wherever_it_was_cut(int bytes)
    {
        var lines = Enumerable.Range(0, 2000).Select(i => $"{i},a{i},80,90,,,,").Prepend(TableFile.Header).ToArray();
        using var file = new TableFile(lines).Compressed();
        file.CutTo(bytes);
        Loading(file).Should().Throw<InputException>().WithMessage("File*is a gzip file that is damaged or was cut short*");
    }

    [Fact]
    public void Quoted_fields_may_hold_commas_quotes_and_line_breaks()
    {
        using var file = new TableFile(TableFile.Header, "0,\"a,\"\"b\"\"\nc\",80,90,,,,", "1,d,70,80,,,,");
        var table = file.Load();
        table.Rows["a,\"b\"\nc"].TestAccuracy.Should().Be(0.9);
        table.Rows["d"].TestAccuracy.Should().Be(0.8);
    }

    [Fact]
    public void A_column_that_is_there_twice_is_refused()
    {
        using var file = new TableFile("arch_str,cifar10_val_acc,cifar10_test_acc_seeds,cifar10_val_acc", "a,80,90,70");
        Loading(file).Should().Throw<InputException>().WithMessage("*two columns 'cifar10_val_acc'*");
    }

    [Fact]
    public void Text_that_is_not_UTF8_is_refused()
    {
        using var file = new TableFile(TableFile.Header, Good);
        File.WriteAllBytes(file.Path, [.. File.ReadAllBytes(file.Path), 0xE9, (byte)'\n']);
        Loading(file).Should().Throw<InputException>().WithMessage("*is not text in UTF-8*");
    }

    private static Action Loading(TableFile file) => () => file.Load();
}
