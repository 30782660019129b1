using NasEngine.Benchmarks;
using NasEngine.Benchmarks.OneShot;

namespace NasEngine.Strategies.Tests.Benchmarks;

/// <summary>Tables of recipes: which rows there are, in which order, and what they are known by after an interruption.</summary>
public sealed class RecipeTableTests
{
    [Fact]
    public void Rows_come_by_seed_with_keys_that_say_all_that_they_depend_on()
    {
        var cases = Cases("--seeds", "2,1", "--steps", "40", "--epochs", "0.5");

        cases.Select(one => one.Key).Should().Equal("a 2 40 0.5", "b 2 40 0.5", "a 1 40 0.5", "b 1 40 0.5");
        cases[1].Measure().Should().Equal(new Dictionary<string, object> { ["method"] = "b", ["seed"] = 2, ["size"] = "40 0.5 2" });
    }

    [Fact]
    public void Without_options_a_table_has_its_own_size_and_three_seeds() => Cases().Select(one => one.Key).Should().Equal(
        "a 1 600 2", "b 1 600 2", "a 2 600 2", "b 2 600 2", "a 3 600 2", "b 3 600 2");

    [Fact]
    public void Methods_can_be_named_by_a_part_of_their_names() =>
        Cases("--only", "b", "--seeds", "1").Select(one => one.Key).Should().Equal("b 1 600 2");

    [Fact]
    public void Rows_are_compared_with_that_of_the_same_seed_of_another_method_where_it_is_there()
    {
        IReadOnlyDictionary<string, object>[] rows = [.. Cases("--seeds", "1,2").Select(one => one.Measure())];

        new Two().Finish(rows).Select(row => row["rival"]).Should().Equal("600 2 1", "600 2 1", "600 2 2", "600 2 2");
        new Two().Finish(rows[1..2]).Single().Should().NotContainKey("rival");
    }

    private static BenchmarkCase[] Cases(params string[] args)
    {
        var table = new Two();
        return [.. table.Cases(BenchmarkArguments.Read(table.Options, args))];
    }

    private sealed class Two() : RecipeTable(steps: 600, epochs: 2)
    {
        public override string Name => "two";

        public override string Summary => "Two methods.";

        public override IReadOnlyList<IReadOnlyDictionary<string, object>> Finish(IReadOnlyList<IReadOnlyDictionary<string, object>> rows) =>
            Against("a", rows, (_, rival) => new() { ["rival"] = rival["size"] });

        protected override IEnumerable<RecipeMethod> Methods(BenchmarkArguments args) => new[] { "a", "b" }.Select(name =>
            new RecipeMethod(name, size => new Dictionary<string, object> { ["size"] = FormattableString.Invariant($"{size.Steps} {size.Epochs} {size.Seed}") }));
    }
}
