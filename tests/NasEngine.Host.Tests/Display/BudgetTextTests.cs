using NasEngine.Contracts;
using NasEngine.Host.Display;
using NasEngine.Search;

namespace NasEngine.Host.Tests.Display;

public sealed class BudgetTextTests
{
    [Fact]
    public void Limits_are_shown_with_what_is_spent_of_them()
    {
        var state = State(new Budget(Budget.Unlimited) { Epochs = 40, VirtualSeconds = 1e5, Time = TimeSpan.FromMinutes(90) }) with
        {
            ObservedCount = 12, Next = 14, Spent = new Spent(Epochs: 12.5, VirtualSeconds: 2e4),
        };

        ProgressLine.Of(state, null, null).Should().Be("trial 12  epochs 12.5/40  virtual 20000/100000 s  at most 1h30m");
        BudgetText.Share(state).Should().Be(0.3125);
        BudgetText.Left(state).Should().BeNull();
    }

    [Fact]
    public void A_number_of_candidates_is_one_of_them() =>
        ProgressLine.Of(State(new Budget(40) { Trials = 40 }) with { ObservedCount = 12, Next = 14 }, null, null).Should().Be("trial 12/40");

    [Fact]
    public void Parts_of_parts_and_cost_models_are_named() => PartsText.Of(State(new Budget(1)).Spec with
    {
        Strategy = new ComponentSpec("portfolio", OptionBag.Empty) { Inner = ["one", "two"] },
        Costs = new ComponentSpec("table", OptionBag.Empty) { Inner = ["energy"] },
    }).Should().Be("portfolio (one, two) on space, costs table, energy");

    private static SearchState State(Budget budget) => new(new SearchSpec
    {
        Name = "search", Space = "space", Strategy = "strategy", Estimator = "estimator", Objective = new Objective("score", []), Budget = budget,
    });
}
