using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Spaces.Benchmarks;

namespace NasEngine.Spaces.Tests;

/// <summary>Columns, units and separators of tables, which options name.</summary>
public sealed class TableFormatTests
{
    [Fact]
    public void Fractions_are_read_as_fractions_where_that_is_said_and_refused_where_it_is_not()
    {
        using var file = new TableFile("arch_str,cifar10_val_acc,cifar10_test_acc_seeds", "a,0.94,0.93;0.95");
        var row = file.Load(new { Accuracy = "fraction" }).Rows["a"];
        row.ValidationAccuracy.Should().Be(0.94);
        row.TestAccuracy.Should().BeApproximately(0.94, 1e-15);

        file.Invoking(it => it.Load()).Should().Throw<InputException>().WithMessage("*they are fractions, it seems*'accuracy' = 'fraction'*");
    }

    [Fact]
    public void Percentages_that_are_said_to_be_fractions_are_refused()
    {
        using var file = new TableFile("arch_str,cifar10_val_acc,cifar10_test_acc_seeds", "a,94,93");
        file.Invoking(it => it.Load(new { Accuracy = "fraction" })).Should().Throw<InputException>()
            .WithMessage("Line 2*'93' in column 'cifar10_test_acc_seeds'*fraction from 0 to 1*");
    }

    [Fact]
    public void Every_column_separator_and_unit_can_be_named()
    {
        using var file = new TableFile("cell;ok;first;second;mult;weights;time", "a;80;90|92;94;2.5;7;1500");
        var row = file.Load(new
        {
            Separator = "semicolon", SeedSeparator = "|", Architecture = "cell", Validation = "ok", Test = "first,second",
            Macs = "mult", MacsUnit = "billion", Params = "weights", ParamsUnit = "thousand", Latency = "time", LatencyUnit = "us",
        }).Rows["a"];
        row.ValidationAccuracy.Should().Be(0.8);
        row.TestAccuracy.Should().BeApproximately(0.92, 1e-15);
        (row.Macs, row.Parameters, row.Latency).Should().Be((2.5e9, 7000, 1.5));
    }

    [Theory]
    [InlineData("macs", "raspi_macs")]
    [InlineData("latency", "raspi_latency_ms")]
    [InlineData("params", "weights")]
    public void A_column_that_was_asked_for_and_is_not_there_is_named(string option, string column)
    {
        using var file = new TableFile(TableFile.Header, "0,a,80,90,1,1,1,1");
        file.Invoking(it => it.Load(OptionBag.Empty.With(option, column))).Should().Throw<InputException>()
            .WithMessage($"*no column '{column}'; its columns are index,*raspi4_latency_ms.*");
    }

    [Theory]
    [InlineData("macsUnit", "one", "'17.9586' in column 'macs_m'*whole number*'macsUnit'")]
    [InlineData("macsUnit", "billion", "'7000' in column 'macs_m'*less in this unit*'macsUnit'")]
    [InlineData("paramsUnit", "one", "'0.129306' in column 'params_m'*whole number*'paramsUnit'")]
    [InlineData("paramsUnit", "billion", "'7000' in column 'params_m'*less in this unit*'paramsUnit'")]
    [InlineData("latencyUnit", "s", "'3605' in column 'pixel3_latency_ms'*less in this unit*'latencyUnit'")]
    public void A_unit_that_cannot_be_is_refused(string option, string unit, string message)
    {
        using var file = new TableFile(TableFile.Header, "0,a,80,90,17.9586,0.129306,3605,1", "1,b,80,90,7000,7000,1,1");
        file.Invoking(it => it.Load(OptionBag.Empty.With(option, unit))).Should().Throw<InputException>().WithMessage($"*{message}*");
    }

    [Fact]
    public void The_unit_of_a_column_that_is_not_read_is_refused() =>
        PartOptions.RefusedAlone<IEstimator>(PluginParts.Of(new BenchmarksPlugin()), option => option.Name == "latencyUnit" ? "latency=ms" : "")
            .Should().Equal("table.latencyUnit", "table.macsUnit", "table.paramsUnit");

    [Theory]
    [InlineData("macsUnit", "decillion")]
    [InlineData("accuracy", "per mille")]
    [InlineData("separator", "|")]
    public void A_unit_that_nobody_knows_is_refused_with_those_there_are(string option, string unit)
    {
        using var file = new TableFile(TableFile.Header, "0,a,80,90,1,1,1,1");
        file.Invoking(it => it.Load(OptionBag.Empty.With(option, unit))).Should().Throw<InputException>().WithMessage("*must be one of*");
    }

    [PublishedTableFact(PublishedTableFactAttribute.NasBenchMacro)]
    public void The_table_of_NAS_Bench_Macro_is_read_by_its_name()
    {
        var table = TableFile.Published(PublishedTableFactAttribute.NasBenchMacro, new { Format = "nas-bench-macro" });
        table.Count.Should().Be(6561);
        var row = table.Rows["00000000"];
        (row.TestAccuracy, row.Macs, row.Parameters).Should().Be((0.453633, 7_713_280, 387_882));
        row.ValidationAccuracy.Should().Be(double.NaN);

        var seeds = TableFile.Published(PublishedTableFactAttribute.NasBenchMacro, new { Format = "nas-bench-macro", Test = "acc1,acc2,acc3" });
        seeds.Rows["00000000"].TestAccuracy.Should().BeApproximately((0.4532 + 0.4533 + 0.4544) / 3, 1e-15);
    }

    [Fact]
    public void The_file_that_the_authors_of_NAS_Bench_Macro_publish_is_read_too()
    {
        using var file = new TableFile("""
            {"00000000": {"test_acc": [45.32, 45.33, 45.44], "mean_acc": 45.3633, "std": 0.05, "params": 387882, "flops": 7713280},
             "00000001": {"test_acc": [64.34, 64.21, 64.12], "mean_acc": 64.2233, "std": 0.09, "params": 791594, "flops": 14115328}}
            """);
        var table = file.Load(new { Format = "nas-bench-macro", Test = "test_acc" });
        table.Count.Should().Be(2);
        table.Rows["00000001"].TestAccuracy.Should().BeApproximately((0.6434 + 0.6421 + 0.6412) / 3, 1e-15);
        table.Rows["00000001"].Macs.Should().Be(14_115_328);
    }

    [Theory]
    [InlineData("""{"a": {"mean_acc": 1""", "is not valid JSON at line")]
    [InlineData("""{"a": {"mean_acc": 10}, "b": {"mean": 10}}""", "Entry 'b'*members of the first: mean_acc")]
    [InlineData("""{"a": 7}""", "Entry 'a'*must be an object")]
    [InlineData("""{"a": {"mean_acc": 10}, "a": {"mean_acc": 10}}""", "Entry 'a'*repeats the architecture 'a'")]
    [InlineData("""{"a": {"mean_acc": 10, "mean_acc": 11}}""", "two columns 'mean_acc'")]
    [InlineData("""{"a": {"mean_acc": {}}}""", "'{}' in column 'mean_acc'")]
    public void A_JSON_table_that_is_none_is_refused(string text, string message)
    {
        using var file = new TableFile(text);
        file.Invoking(it => it.Load(new { Format = "nas-bench-macro" })).Should().Throw<InputException>().WithMessage($"*{message}*");
    }
}
