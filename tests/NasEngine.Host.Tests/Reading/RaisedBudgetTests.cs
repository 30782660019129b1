using NasEngine.Contracts;
using NasEngine.Host.Commands;

namespace NasEngine.Host.Tests.Reading;

/// <summary>What <c>nas resume --budget</c> makes of a search's budget.</summary>
public sealed class RaisedBudgetTests
{
    private static readonly Budget Trials = new(40) { Trials = 40, Time = TimeSpan.FromHours(1) };

    private static readonly Budget Both = new(30) { Trials = 10, Steps = 20 };

    [Fact]
    public void Limits_that_are_not_named_stay()
    {
        RaisedBudget.Of("x", Trials, ["trials=400"]).Should().Be(Trials with { Candidates = 400, Trials = 400 });
        RaisedBudget.Of("x", Trials, ["time=2h"]).Should().Be(Trials with { Time = TimeSpan.FromHours(2) });
        RaisedBudget.Of("x", Both, ["Steps=25"]).Should().Be(Both with { Candidates = 35, Steps = 25 });
        RaisedBudget.Of("x", Both, ["trials=11", "steps=25"]).Should().Be(Both with { Candidates = 36, Steps = 25, Trials = 11 });
    }

    [Fact]
    public void A_number_alone_is_of_what_the_search_counts() =>
        RaisedBudget.Of("x", Trials, ["400"]).Should().Be(RaisedBudget.Of("x", Trials, ["trials=400"]));

    [Theory]
    [InlineData("trials=39", "Search 'x' has trials=40 already; a budget can be raised, not lowered to 39.")]
    [InlineData("time=59m", "Search 'x' has seconds=3600 already; a budget can be raised, not lowered to 3540.")]
    [InlineData("trails=50", "--budget 'trails=50' names no limit: did you mean 'trials'?")]
    [InlineData("trials=many", "--budget trials=many: 'many' is not a whole number.")]
    [InlineData("time=2", "The budget of search 'x' has time: \"2\"; it must be a number with s, m, h or d*")]
    public void What_cannot_be_is_refused_with_what_would_be_right(string given, string message) => FluentActions
        .Invoking(() => RaisedBudget.Of("x", Trials, [given])).Should().Throw<InputException>().WithMessage(message);

    [Theory]
    [InlineData("trials=50", "trials=60")]
    [InlineData("50", "Trials=60")]
    public void A_limit_that_is_given_twice_is_refused(params string[] given) => FluentActions
        .Invoking(() => RaisedBudget.Of("x", Trials, given)).Should().Throw<InputException>()
        .WithMessage("--budget gives trials twice; give it once.");

    [Fact]
    public void A_number_alone_of_a_search_that_counts_both_says_of_what() => FluentActions
        .Invoking(() => RaisedBudget.Of("x", Both, ["50"])).Should().Throw<InputException>()
        .WithMessage("--budget '50' does not say of what search 'x' gets more; say e.g. trials=50.");
}
