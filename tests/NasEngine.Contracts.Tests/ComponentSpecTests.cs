namespace NasEngine.Contracts.Tests;

public sealed class ComponentSpecTests
{
    private static readonly ComponentSpec Portfolio = new("portfolio", OptionBag.Empty)
    {
        Inner = ["random", new ComponentSpec("filter", OptionBag.Empty) { Inner = ["evolution"] }],
    };

    [Fact]
    public void All_are_it_and_what_it_works_with_at_any_depth() =>
        Portfolio.All.Select(part => part.Id).Should().Equal("portfolio", "random", "filter", "evolution");

    [Fact]
    public void Equal_parts_make_equal_components_and_other_parts_others()
    {
        Portfolio.Should().Be(new ComponentSpec("portfolio", OptionBag.Empty) { Inner = [.. Portfolio.Inner] });
        Portfolio.Should().NotBe(Portfolio with { Inner = ["random"] });
    }

    [Fact]
    public void A_plan_over_the_candidates_needs_a_budget_that_counts_them()
    {
        new Budget(300).Planned("strategy 'x'").Should().Be(300);
        FluentActions.Invoking(() => new Budget(Budget.Unlimited) { Epochs = 10 }.Planned("strategy 'x'")).Should().Throw<InputException>()
            .WithMessage("The plan of strategy 'x' goes over the candidates of the search, and the budget does not say how many*");
    }
}
