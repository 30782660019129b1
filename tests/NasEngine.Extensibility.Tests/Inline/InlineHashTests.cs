namespace NasEngine.Extensibility.Tests.Inline;

/// <summary>A part belongs to a search by the code that it reaches, and by nothing else of the recipe.</summary>
public sealed class InlineHashTests : InlineTest
{
    private const string Lambda = "trial => trial[\"a\"] - Weight * Scaled(trial[\"macs\"])";

    private const string Functions = "const double Weight = 0.01;\ndouble Scaled(double macs) => new Scale().Of(macs);\nclass Scale { public double Of(double x) => Math.Log10(x); }";

    [Theory]
    [InlineData("// A comment.\n\n" + Functions, Lambda)]
    [InlineData("var unrelated = 5;\nFunc<int, int> other = x => x + unrelated;\nrecord Point(int X, int Y);\n" + Functions, Lambda)]
    [InlineData(Functions, "trial =>   trial[\"a\"] /* well */ -\n Weight * Scaled(trial[\"macs\"])")]
    [InlineData("int Twice(int x) { int Inner() => x; return Inner() + Inner(); }\n" + Functions, Lambda)]
    public async Task What_the_part_does_not_reach_changes_nothing(string before, string written)
    {
        var was = await Objective(Lambda, Functions, file: "one.csx");

        (await Objective(written, before, "foreach (var x in new[] { 1, 2 }.Where(x => x > 1)) { Print(x); }", file: "two.csx")).Should().Be(was);
    }

    [Theory]
    [InlineData("0.01", "0.02")]
    [InlineData("Math.Log10(x)", "Math.Log2(x)")]
    [InlineData("new Scale().Of(macs)", "new Scale().Of(macs + 1)")]
    [InlineData("trial[\"a\"]", "trial[\"b\"]")]
    [InlineData("- Weight", "+ Weight")]
    public async Task What_the_part_reaches_makes_it_another(string word, string other)
    {
        var was = await Objective(Lambda, Functions);

        var now = await Objective(Lambda.Replace(word, other), Functions.Replace(word, other));

        now.Options.Values["code"].Should().NotBe(was.Options.Values["code"]);
    }

    [Theory]
    [InlineData("new double[] { 1, 2, 3, 4, 5 }.Sum()", "new double[] { 1, 2, 3, 4, 6 }.Sum()")]
    [InlineData("new[] { 1.0, 2 }.Select(x => x * 2).Sum()", "new[] { 1.0, 2 }.Select(x => x * 3).Sum()")]
    [InlineData("Items().Sum()", "Others().Sum()")]
    [InlineData("(double)Size.Small", "(double)Size.Large")]
    [InlineData("typeof(Scale).Name.Length", "typeof(Size).Name.Length")]
    public async Task Lists_lambdas_iterators_and_types_within_it_are_reached(string one, string other)
    {
        const string shared = """
            IEnumerable<double> Items() { yield return 1; yield return 2; }
            IEnumerable<double> Others() { yield return 1; yield return 3; }
            enum Size { Small, Large }
            class Scale { }
            """;
        var code = (await Objective($"trial => trial[\"a\"] + {one}", shared)).Options.Values["code"];

        (await Objective($"trial => trial[\"a\"] + {other}", shared)).Options.Values["code"].Should().NotBe(code);
        (await Objective($"trial => trial[\"a\"] + {one}", "Func<int, int> first = x => x;\nint[] more = [7, 8, 9, 10];\n" + shared))
            .Options.Values["code"].Should().Be(code);
    }

    [Fact]
    public async Task A_static_variable_counts_with_its_beginning()
    {
        var was = await Objective("trial => trial[\"a\"] * factor", "static double factor = 2;");

        Score(was, ("a", 3)).Should().Be(6);
        (await Objective("trial => trial[\"a\"] * factor", "static double factor = 3;")).Should().NotBe(was);
    }
}
