namespace NasEngine.Contracts.Tests.Options;

public sealed class OptionConditionTests
{
    [Theory]
    [InlineData("weight", "Option 'weight' of strategy 's' counts only with cost=sum or excess, and cost is power here; leave it out, or give cost=sum.")]
    [InlineData("share", "Option 'share' of strategy 's' counts only where 'teacher' is given; leave it out, or give 'teacher' too.")]
    [InlineData("bound", "Option 'bound' of strategy 's' counts only where 'tanh' is not 0, and tanh is 0 here; leave it out, or give 'tanh' another value.")]
    public void An_option_that_changes_nothing_where_it_stands_is_refused(string name, string message) =>
        FluentActions.Invoking(() => Read((name, "1"))).Should().Throw<InputException>().WithMessage(message);

    [Fact]
    public void An_option_in_place_of_another_is_refused_beside_it() =>
        FluentActions.Invoking(() => Read(("teacher", "t.json"), ("labels", "1"))).Should().Throw<InputException>()
            .WithMessage("Option 'labels' of strategy 's' counts only where 'teacher' is not given; leave it out, or leave 'teacher' out.");

    [Theory]
    [InlineData("weight", "cost", "SUM")]
    [InlineData("weight", "cost", "excess")]
    [InlineData("share", "teacher", "t.json")]
    [InlineData("bound", "tanh", "0.5")]
    [InlineData("labels", "teacher", "")]
    public void Beside_what_it_needs_it_is_read(string name, string other, string value) => Read((other, value), (name, "3"))[name].Should().Be(3);

    [Theory]
    [InlineData("0.0")]
    [InlineData("-0")]
    public void Numbers_are_compared_as_numbers(string zero) =>
        FluentActions.Invoking(() => Read(("tanh", zero), ("bound", "1"))).Should().Throw<InputException>().WithMessage("*'tanh' is not 0*");

    [Fact]
    public void What_is_not_given_is_not_asked() => Read().Values.Should().OnlyContain(value => value == 1);

    [Fact]
    public void Descriptions_say_beside_what_an_option_counts()
    {
        var reader = Reader();
        reader.When("cost", "sum", "excess").Number("weight", 1, "");
        reader.Descriptions.Single().Condition!.ToString().Should().Be("with cost=sum or excess");
    }

    [Fact]
    public void A_condition_on_an_option_that_nobody_reads_is_the_authors_mistake()
    {
        var reader = Reader(("weight", "1"));
        reader.When("price", "sum").Number("weight", 1, "");
        reader.Invoking(it => it.Done()).Should().Throw<InvalidOperationException>().WithMessage("*reads no option 'price'.");
    }

    [Fact]
    public void A_file_read_under_a_condition_is_a_file_of_the_part()
    {
        var reader = Reader();
        reader.Unless("teacher", "").OptionalFile("weights", "").Should().BeNull();
        reader.When("cost", "sum").File("prices", "p.csv", "");
        reader.Files.Select(file => file.Option).Should().Equal("prices");
    }

    private static Dictionary<string, double> Read(params (string Name, string Value)[] given)
    {
        var reader = Reader(given);
        var read = new Dictionary<string, double>
        {
            ["weight"] = reader.When("cost", "sum", "excess").Number("weight", 1, ""),
            ["share"] = reader.Unless("teacher", "").Number("share", 1, ""),
            ["labels"] = reader.When("teacher", "").Number("labels", 1, ""),
            ["bound"] = reader.Unless("tanh", "0").Number("bound", 1, ""),
        };
        reader.OneOf("cost", "power", "", "power", "sum", "excess");
        reader.Text("teacher", "", "");
        reader.Number("tanh", 0, "");
        reader.Done();
        return read;
    }

    private static OptionReader Reader(params (string Name, string Value)[] given) =>
        new("strategy 's'", given.Aggregate(OptionBag.Empty, (bag, pair) => bag.With(pair.Name, pair.Value)));
}
