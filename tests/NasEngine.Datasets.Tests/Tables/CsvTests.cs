using NasEngine.Contracts;

namespace NasEngine.Datasets.Tests.Tables;

/// <summary>Tables as data.</summary>
public sealed class CsvTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nas-csv-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Numbers_and_categories_become_features_and_texts_classes()
    {
        var data = Open("size,colour,kind,part\n1.5,red,cat,train\n2.5,blue,dog,train\n3.5,red,dog,test\n", ("target", "kind"), ("split", "part"));

        data.FeatureNames.Should().Equal("size", "colour=blue", "colour=red");
        data.ClassNames.Should().Equal("cat", "dog");
        data.Train.Shape.Should().Be(new ImageShape(3, 1, 1));
        data.Train.Values.ToArray().Should().Equal(1.5f, 0, 1, 2.5f, 1, 0);
        data.Train.Labels.ToArray().Should().Equal(0, 1);
        data.Test.Values.ToArray().Should().Equal(3.5f, 0, 1);
        data.Test.Labels.ToArray().Should().Equal(1);
    }

    [Fact]
    public void A_share_for_the_test_beside_a_column_that_says_changes_nothing_and_is_refused() =>
        FluentActions.Invoking(() => Open("a,y,part\n1,x,train\n2,z,test\n", ("target", "y"), ("split", "part"), ("test", "0.3")))
            .Should().Throw<InputException>().WithMessage("*'test'*counts only where 'split' is not given; leave it out, or leave 'split' out.");

    [Fact]
    public void A_missing_number_is_the_mean_of_the_training_rows_and_is_marked_and_a_missing_category_is_one_of_its_own()
    {
        var data = Open(
            "a,b,y,part\n1,x,0,train\n3,,1,train\n,x,0,train\n100,NA,1,test\n", ("target", "y"), ("split", "part"));

        data.FeatureNames.Should().Equal("a", "a=missing", "b=missing", "b=x");
        data.Train.Values.ToArray().Should().Equal(1, 0, 0, 1, 3, 0, 1, 0, 2, 1, 0, 1);
        data.Test.Values.ToArray().Should().Equal(100, 0, 1, 0);
    }

    [Fact]
    public void A_target_of_many_numbers_is_learned_as_numbers_and_one_of_few_as_classes()
    {
        var text = "a,y\n" + string.Concat(Enumerable.Range(0, 60).Select(row => FormattableString.Invariant($"{row},{row / 2.0}\n")));
        var few = "a,y\n" + string.Concat(Enumerable.Range(0, 60).Select(row => FormattableString.Invariant($"{row},{row % 12}\n")));

        var numbers = Open(text, ("target", "y"));
        numbers.Classes.Should().Be(1);
        numbers.Train.Labels.Length.Should().Be(0);
        numbers.Train.Targets.ToArray().Should().Equal(numbers.Train.Values.ToArray().Select(value => value / 2));
        Open(few, ("target", "y")).ClassNames.Should().Equal("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");
        Open(few, ("target", "y"), ("task", "numbers")).Train.Targets.Length.Should().BePositive();
    }

    [Fact]
    public void A_row_that_is_added_moves_no_other_and_equal_rows_are_on_one_side()
    {
        var rows = Enumerable.Range(0, 60).Select(row => $"{row},{row % 2}\n").ToArray();
        var before = Open("a,y\n" + string.Concat(rows), ("target", "y")).Test.Values.ToArray();

        var after = Open("a,y\n" + string.Concat(rows) + "1000,1\n" + rows[5] + rows[5], ("target", "y"));

        before.Should().NotBeEmpty();
        after.Test.Values.ToArray().Distinct().Where(value => value < 1000).Should().BeEquivalentTo(before);
        after.Test.Values.ToArray().Intersect(after.Train.Values.ToArray()).Should().BeEmpty();
    }

    [Fact]
    public void Columns_are_left_out_as_it_is_said_and_where_they_say_nothing()
    {
        var data = Open("id,a,same,y,part\n1,5,k,0,train\n2,6,k,1,train\n3,7,k,1,test\n", ("target", "y"), ("split", "part"), ("drop", "id"));

        data.FeatureNames.Should().Equal("a");
        data.Remarks.Should().Contain("Columns that are the same in every training row are left out: same.");
    }

    [Theory]
    [InlineData("12,5", "'a' counts as texts, not as numbers: line 3 has '12,5'; numbers have a point for decimals.")]
    [InlineData("inf", "'a' counts as texts, not as numbers: line 3 has 'inf'.")]
    [InlineData("1e60", "'a' counts as texts, not as numbers: line 3 has '1e60'.")]
    public void A_column_of_numbers_of_which_some_are_none_is_told(string field, string told) =>
        Open($"a;y;part\n1.5;p;train\n{field};q;train\n2;q;train\n3.5;q;test\n", ("target", "y"), ("split", "part")).Remarks
            .Should().ContainSingle(remark => remark.Contains("texts")).Which.Should().Be("Column " + told);

    [Fact]
    public void Decimals_with_a_comma_are_told_also_of_what_is_learned_and_texts_with_some_numbers_are_texts()
    {
        Open("a;y;part\n1,5;2,5;train\n2,5;1,5;train\n3,5;2,5;test\n", ("target", "y"), ("split", "part")).Remarks
            .Where(remark => remark.Contains("counts as texts")).Should().HaveCount(2);
        Open("a,y,part\nred,p,train\n7,q,train\nblue,q,test\n", ("target", "y"), ("split", "part")).Remarks
            .Should().NotContain(remark => remark.Contains("texts"));
    }

    [Theory]
    [InlineData("a;b;y\n1;2;p\n2;1;q\n")]
    [InlineData("a\tb\ty\n1\t2\tp\n2\t1\tq\n")]
    [InlineData("a|b|y\n1|2|p\n2|1|q\n")]
    [InlineData("\"a\",b,y\r\n\"1\",2,p\r\n2,1,\"q\"\r\n")]
    public void What_stands_between_fields_is_found_out(string text) =>
        CsvTable.Read(File("t.csv", text), "auto").Rows.Select(row => string.Join(' ', row.Fields)).Should().Equal("1 2 p", "2 1 q");

    [Fact]
    public void Equal_rows_in_another_file_are_the_same_data_and_another_value_is_other_data()
    {
        const string Text = "a,y,part\n0,0,train\n1,0,train\n2,1,train\n5,1,train\n3,1,test\n";
        var hash = Open(Text, ("target", "y"), ("split", "part")).Hash;

        Open(Text.ReplaceLineEndings("\r\n"), ("target", "y"), ("split", "part")).Hash.Should().Be(hash);
        Open(Text.Replace("2,1", "4,1", StringComparison.Ordinal), ("target", "y"), ("split", "part")).Hash.Should().NotBe(hash);
        Open(Text.Replace("2,1,train", "2,1,val", StringComparison.Ordinal), ("target", "y"), ("split", "part")).Hash.Should().NotBe(hash);
    }

    [Theory]
    [InlineData("", "t.csv' has nothing in it; it must have a header and rows.")]
    [InlineData("a,y\n", "t.csv' has a header alone; it must have a header and rows.")]
    [InlineData("a,a\n1,2\n", "t.csv' has 2 columns 'a'; give each a name of its own.")]
    [InlineData("a,y\n1,0\n1,0,5\n", "Line 3 of Table '")]
    [InlineData("a,y\n1,0\n2,\n", "Line 3 of Table '")]
    [InlineData("a,z\n1,0\n2,1\n", "has no column 'y' (option target): ")]
    [InlineData("a,y\n1,0\n2,0\n", "Column 'y' of Table '")]
    public void A_table_that_cannot_be_learned_from_is_refused_with_the_place(string text, string message) =>
        Assert.Throws<InputException>(() => Open(text, ("target", "y"), ("test", "0.5")).Train).Message.Should().Contain(message);

    [Fact]
    public void A_text_in_the_place_of_a_number_to_learn_is_told_with_its_line() => FluentActions
        .Invoking(() => Open("a,y\n1,2.5\n2,none of it\n3,1\n4,7\n", ("target", "y"), ("task", "numbers"), ("test", "0.5")).Train)
        .Should().Throw<InputException>().WithMessage("Line 3 of Table '*' has 'none of it' as y; with the task numbers it must be a number.");

    [Fact]
    public void A_column_of_all_different_texts_is_told()
    {
        var text = "name,a,y\n" + string.Concat(Enumerable.Range(0, 300).Select(row => $"n{row},{row},{row % 2}\n"));

        FluentActions.Invoking(() => Open(text, ("target", "y")).Train).Should().Throw<InputException>()
            .WithMessage("Column 'name' of Table '*' has 300 different texts, and up to 256 can be categories; leave it out by the option drop*");
        Open(text, ("target", "y"), ("drop", "name")).FeatureNames.Should().Equal("a");
        FluentActions.Invoking(() => Open(text.Replace(",5,", ",1e400,"), ("target", "y"), ("drop", "name")).Train)
            .Should().Throw<InputException>("a field that is no number is found by its line")
            .WithMessage("*300 different texts*Column 'a' counts as texts, not as numbers: line 7 has '1e400'.");
    }

    [Fact]
    public void A_class_without_a_row_to_train_on_is_refused() =>
        FluentActions.Invoking(() => Open("a,part,y\n1,train,no\n2,train,yes\n3,train,no\n4,test,maybe\n5,test,no\n", ("target", "y"), ("split", "part")).Train)
            .Should().Throw<InputException>().WithMessage(
                "Class 'maybe' of Table '*' has no rows to train on, 1 for validation and test; add some, take them away, or say by a column which part a row is of (option split).");

    private InputFile File(string name, string text)
    {
        System.IO.File.WriteAllText(Path.Combine(_folder, name), text);
        return new InputFile("data", "data 'csv'", Path.Combine(_folder, name));
    }

    private IDataset Open(string text, params (string Name, string Value)[] options)
    {
        var bag = options.Aggregate(OptionBag.Empty.With("data", File("t.csv", text).Path), (all, one) => all.With(one.Name, one.Value));
        var reader = new OptionReader("data 'csv'", bag);
        var read = CsvOptions.Read(reader);
        reader.Done();
        return read.Open();
    }
}
