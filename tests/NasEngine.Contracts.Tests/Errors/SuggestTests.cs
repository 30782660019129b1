namespace NasEngine.Contracts.Tests;

public sealed class SuggestTests
{
    private static readonly string[] Known = ["darts", "fp-nas", "pc-darts", "regularized-evolution", "tpe"];

    [Theory]
    [InlineData("fpnas", "did you mean 'fp-nas'?")]
    [InlineData("evolution", "did you mean 'regularized-evolution'?")]
    [InlineData("art", "did you mean 'darts' or 'pc-darts'?")]
    [InlineData("-", "known: darts, fp-nas, pc-darts, regularized-evolution, tpe")]
    [InlineData("simulated annealing", "known: darts, fp-nas, pc-darts, regularized-evolution, tpe")]
    public void The_nearest_name_is_said_else_those_that_have_the_word_in_them_else_all(string wrong, string instead) =>
        Suggest.Instead(wrong, Known).Should().Be(instead);

    [Fact]
    public void A_word_that_many_have_in_them_says_all() =>
        Suggest.Instead("part", ["part one", "part two", "part three", "part four", "part five"]).Should().StartWith("known: ");

    [Fact]
    public void Where_nothing_is_known_that_is_said() => Suggest.Instead("any", []).Should().Be("none is known");
}
