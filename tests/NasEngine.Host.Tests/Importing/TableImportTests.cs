using NasEngine.Contracts;
using NasEngine.Host.Importing;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Importing;

public sealed class TableImportTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_table_has_the_metrics_by_their_names_and_architectures_as_the_space_writes_them()
    {
        var text = Imported("acc,net,when,j\n93.5;94,a|b,10,1e3\n\"90\",b|a,,2.5\n");

        text.Should().Be("architecture,val_accuracy,virtual_seconds,energy\n"
            + "a|b,0.935;0.94,10,1000\n"
            + "b|a,0.9,,2.5\n");
    }

    [Theory]
    [InlineData("acc,net,when\n90,a|b,1\n", "*has no column 'j'*")]
    [InlineData("acc,net,when,j\n", "*has no rows*")]
    [InlineData("acc,net,when,j\n90,c|b,1,2\n", "Line 2 of table '*' is of no architecture of space 'two': *")]
    [InlineData("acc,net,when,j\n90,a|b,1,2\n91,a|b,1,2\n", "Line 3 of table '*' repeats the architecture 'a|b'*")]
    [InlineData("acc,net,when,j\nmuch,a|b,1,2\n", "Line 2 of table '*' has 'much' in column 'acc'; it must be a number*")]
    [InlineData("acc,net,when,j\n\"91,5\",a|b,1,2\n", "*has '91,5' in column 'acc'; it must be a number*with a point where decimals begin.")]
    [InlineData("acc,net,when,j\n101,a|b,1,2\n", "*has 101 in column 'acc', and 'val_accuracy' is a share from 0 to 1*")]
    [InlineData("acc,net,when,j,acc\n90,a|b,1,2,91\n", "Table '*' has two columns 'acc'; each must be there once.")]
    [InlineData("acc,net,when,j\n90,a|b,-1,2\n", "*has -1 in column 'when', and 'virtual_seconds' is a number from 0 on.")]
    [InlineData("acc,net,when,j\n0.9,a|b,1,2\n0.1,b|a,1,2\n", "No accuracy of table '*' is over 1 %: they are fractions, it seems*")]
    [InlineData("acc,net,when,j\n90,\"a|b,1,2\n", "Line 2 of table '*' has * fields; it must have 4*")]
    [InlineData("acc,net,when,j\n90,a|b\n", "Line 2 of table '*' has 2 fields; it must have 4*")]
    public void What_is_wrong_is_said_with_its_line(string csv, string message) =>
        FluentActions.Invoking(() => Imported(csv)).Should().Throw<InputException>().WithMessage(message);

    [Fact]
    public void Percentages_that_nobody_says_are_some_are_refused() =>
        FluentActions.Invoking(() => Imported("acc,net,when,j\n90,a|b,1,2\n", percent: false))
            .Should().Throw<InputException>().WithMessage("*percentages are imported with --percent.");

    [Fact]
    public void Text_that_is_not_UTF8_is_refused()
    {
        File.WriteAllBytes(_folder.Of("import.csv"), [.. "acc,net,when,j,na"u8, 0xEF, .. "ve\n90,a|b,1,2,3\n"u8]);

        FluentActions.Invoking(() => Of(_folder.Of("import.csv"), percent: true)).Should().Throw<InputException>()
            .WithMessage("Table '*' is not text in UTF-8; save it as such.");
    }

    [Theory]
    [InlineData("'val accuracy' is no name of a metric", "--metric", "val accuracy=acc")]
    [InlineData("'a,b' is no name of a metric", "--metric", "a,b=acc")]
    [InlineData("'=acc' is not as --metric NAME=COLUMN wants it", "--metric", "=acc")]
    [InlineData("--cost and --metric virtual_seconds=… say the same", "--metric", "virtual_seconds=when", "--cost", "j")]
    public void Columns_are_named_once_and_metrics_as_they_can_be_called(string said, params string[] named)
    {
        _folder.Write("import.csv", "acc,net,when,j\n");

        Nas.Run(_folder.Path, ["import", "table", _folder.Of("import.csv"), "--name", "x", "--space", "nasbench201", "--arch", "net", .. named])
            .ShouldRefuse(said);
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("")]
    [InlineData(".x")]
    [InlineData("a b")]
    public void A_name_that_is_no_file_name_is_refused(string name) =>
        FluentActions.Invoking(() => ImportedTables.Path("w", name)).Should().Throw<InputException>().WithMessage($"'{name}' cannot be a table's name*");

    [Fact]
    public void A_table_that_is_not_there_is_told_with_the_nearest_that_is()
    {
        ImportedTables.Write(ImportedTables.Path(_folder.Path, "cells"), "x");

        ImportedTables.Existing(_folder.Path, "cells").Should().EndWith("cells.csv");
        FluentActions.Invoking(() => ImportedTables.Existing(_folder.Path, "cell")).Should().Throw<InputException>()
            .WithMessage("*has no table 'cell' (did you mean 'cells'?); import it by*");
    }

    [Fact]
    public async Task A_recipe_looks_trials_up_in_a_table_that_was_imported()
    {
        CellTable.Write(_folder);
        _folder.Write("recipe.csx", """
            var result = await Search("cells").Space("nasbench201").Strategy("regularized-evolution", new { Population = 10 })
                .Estimator(Table("cells")).Objective(Maximize.Accuracy()).Budget(trials: 40).RunAsync();
            """);

        (await NasProgram.RunAsync(
            _folder.Path, "import", "table", "table.csv", "--name", "cells", "--space", "nasbench201", "--format", "nas-bench-201", "--metric",
            "val_accuracy=cifar10_val_acc", "--metric", "test_accuracy=cifar10_test_acc_seeds")).Succeeded().Output
            .Should().Contain("15,625 architectures of space 'nasbench201' with test_accuracy, val_accuracy");
        var metrics = (await NasProgram.RunAsync(_folder.Path, "run", "recipe.csx", "--json")).Succeeded().Json
            .GetProperty("best").GetProperty("metrics");

        metrics.GetProperty("test_accuracy").GetDouble().Should().BeApproximately(metrics.GetProperty("val_accuracy").GetDouble() + 0.0025, 1e-9);
    }

    [Fact]
    public async Task A_table_that_replaces_another_says_so()
    {
        CellTable.Write(_folder);
        Task<ProgramResult> Import(string metric) => NasProgram.RunAsync(
            _folder.Path, "import", "table", "table.csv", "--name", "cells", "--space", "nasbench201", "--format", "nas-bench-201", "--metric", metric);

        (await Import("val_accuracy=cifar10_val_acc")).Succeeded().Error.Should().BeEmpty();
        (await Import("val_accuracy=cifar10_val_acc")).Succeeded().Error.Should().BeEmpty("it is the same");
        (await Import("test_accuracy=cifar10_test_acc_seeds")).Succeeded().Error.Should().StartWith("It replaces another table 'cells'; searches");
    }

    private string Imported(string csv, bool percent = true) => Of(_folder.Write("import.csv", csv), percent);

    private static string Of(string path, bool percent)
    {
        var text = new StringWriter { NewLine = "\n" };
        new TableImport(
            new InputFile("file", "test", path), new Two(), "net", [("val_accuracy", "acc"), ("virtual_seconds", "when"), ("energy", "j")])
        {
            IsPercent = percent,
        }.Write(text);
        return text.ToString();
    }

    private sealed class Two : ISearchSpace
    {
        public DecisionSpace Decisions { get; } = new("two", [new Decision("first", ["a", "b"]), new Decision("second", ["a", "b"])]);

        public System.Collections.Immutable.ImmutableSortedDictionary<string, Architecture> References { get; } =
            System.Collections.Immutable.ImmutableSortedDictionary<string, Architecture>.Empty;

        public string Format(Architecture architecture) => ArchitectureText.Format(Decisions, architecture);

        public Architecture Parse(string text) => ArchitectureText.Parse(Decisions, text);

        public ArchitectureCost Cost(Architecture architecture) => default;
    }
}
