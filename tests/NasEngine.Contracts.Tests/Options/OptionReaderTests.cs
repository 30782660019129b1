namespace NasEngine.Contracts.Tests.Options;

public sealed class OptionReaderTests
{
    [Fact]
    public void What_was_not_given_has_its_default()
    {
        var reader = Reader();
        reader.Number("number", 0.5, "").Should().Be(0.5);
        reader.Integer("integer", -3, "").Should().Be(-3);
        reader.Flag("flag", true, "").Should().BeTrue();
        reader.Text("text", "word", "").Should().Be("word");
        reader.OneOf("choice", "a", "", "a", "b").Should().Be("a");
        reader.Integers("list", [1, 2], "").Should().Equal(1, 2);
        reader.Done();
    }

    [Fact]
    public void What_was_given_is_read_whatever_the_case_of_its_name()
    {
        var reader = Reader(("NUMBER", "1e-3"), ("Integer", "12"), ("flag", "False"), ("text", ""), ("choice", "B"), ("list", " 3, 4 ,5"));
        reader.Number("number", 0.5, "").Should().Be(0.001);
        reader.Integer("integer", 1, "").Should().Be(12);
        reader.Flag("flag", true, "").Should().BeFalse();
        reader.Text("text", "word", "").Should().BeEmpty();
        reader.OneOf("choice", "a", "", "a", "b").Should().Be("b");
        reader.Integers("list", [1], "").Should().Equal(3, 4, 5);
        reader.Done();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    public void The_ends_of_a_range_are_in_it(string value)
    {
        Reader(("n", value)).Number("n", 0.5, "", 0, 1).Should().Be(double.Parse(value));
        Reader(("n", value)).Integer("n", 0, "", 0, 1).Should().Be(long.Parse(value));
    }

    [Theory]
    [InlineData("1.5", "it must be a number from 0 to 1.")]
    [InlineData("-0.1", "it must be a number from 0 to 1.")]
    [InlineData("NaN", "it must be a number from 0 to 1.")]
    [InlineData("0,5", "it must be a number from 0 to 1.")]
    [InlineData("", "it must be a number from 0 to 1.")]
    public void A_number_out_of_range_is_refused(string value, string message) =>
        Refusal(() => Reader(("n", value)).Number("n", 0.5, "", 0, 1)).Should().Be($"Option 'n' of strategy 's' is '{value}'; {message}");

    [Fact]
    public void Each_kind_says_what_it_takes()
    {
        Refusal(() => Reader(("n", "x")).Number("n", 0, "", min: 2)).Should().EndWith("it must be a number >= 2.");
        Refusal(() => Reader(("n", "x")).Number("n", 0, "", max: 2)).Should().EndWith("it must be a number <= 2.");
        Refusal(() => Reader(("n", "x")).Number("n", 0, "")).Should().EndWith("it must be a number.");
        Refusal(() => Reader(("n", "9e400")).Number("n", 0, "")).Should().EndWith("is '9e400'; it must be a number.");
        Refusal(() => Reader(("n", "Infinity")).Number("n", 0, "", min: 0)).Should().EndWith("it must be a number >= 0.");
        Refusal(() => Reader(("n", "1.5")).Integer("n", 0, "")).Should().EndWith("it must be a whole number.");
        Refusal(() => Reader(("n", "9223372036854775808")).Integer("n", 0, "")).Should().EndWith("it must be a whole number.");
        Refusal(() => Reader(("n", "1")).Flag("n", true, "")).Should().EndWith("it must be true or false.");
        Refusal(() => Reader(("n", "c")).OneOf("n", "a", "", "a", "b")).Should().EndWith("it must be one of a, b.");
        Refusal(() => Reader(("n", "1,x")).Integers("n", [], "", min: 0)).Should().Be("Option 'n' of strategy 's' is 'x'; it must be a list of whole numbers >= 0.");
    }

    [Fact]
    public void An_option_that_nobody_read_is_refused_with_a_suggestion()
    {
        var reader = Reader(("lamda", "1"));
        reader.Number("lambda", 0.25, "");
        reader.Number("temperature", 1, "");
        Refusal(reader.Done).Should().Be("Unknown option 'lamda' of strategy 's': did you mean 'lambda'?");
    }

    [Fact]
    public void Reading_describes_the_options()
    {
        var reader = Reader(("lambda", "1"));
        reader.Number("lambda", 0.25, "samples per nat", min: 0);
        reader.Flag("joint", false, "one distribution per layer");
        reader.OneOf("mode", "a", "which", "a", "b");
        reader.Integers("widths", [8, 16], "channels", 1, 64);
        reader.Descriptions.Should().Equal(
            new OptionDescription("lambda", "number", "0.25", ">= 0", "samples per nat"),
            new OptionDescription("joint", "flag", "false", "", "one distribution per layer"),
            new OptionDescription("mode", "text", "a", "a | b", "which"),
            new OptionDescription("widths", "list", "8,16", "from 1 to 64", "channels"));
    }

    [Theory]
    [InlineData("fp-nass", "did you mean 'fp-nas'?")]
    [InlineData("FP-NAS", "did you mean 'fp-nas'?")]
    [InlineData("darts", "known: fp-nas, parsec, random")]
    [InlineData("", "known: fp-nas, parsec, random")]
    public void A_suggestion_is_the_nearest_name_or_all_of_them(string wrong, string says) =>
        Suggest.Instead(wrong, ["random", "parsec", "fp-nas"]).Should().Be(says);

    [Fact]
    public void There_is_no_suggestion_where_nothing_is_known() => Suggest.Instead("a", []).Should().Be("none is known");

    private static OptionReader Reader(params (string Name, string Value)[] given) =>
        new("strategy 's'", given.Aggregate(OptionBag.Empty, (bag, pair) => bag.With(pair.Name, pair.Value)));

    private static string Refusal(Action act) => act.Should().Throw<InputException>().Which.Message;
}
