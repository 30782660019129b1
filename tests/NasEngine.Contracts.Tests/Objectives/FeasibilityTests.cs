using NasEngine.Contracts.Recipes;

namespace NasEngine.Contracts.Tests.Objectives;

public sealed class FeasibilityTests
{
    private static readonly Dictionary<string, double> Metrics = new() { ["val_accuracy"] = 0.9, ["macs"] = 3e6, ["params"] = 1e4 };

    [Fact]
    public void What_trials_should_stay_under_and_what_winners_must_keep_to_are_constraints() =>
        Maximize.Accuracy().Under(Costs.Macs(2e6)).Times(Costs.Parameters(1).Power(-0.07)).Require("val_accuracy", atLeast: 0.8).Constraints
            .Should().Equal(
                new Constraint("macs", 2e6), new Constraint("val_accuracy", 0.8, Direction.Maximize, IsRequired: true));

    [Fact]
    public void A_violation_is_the_sum_of_what_is_missed_as_shares_of_the_limits()
    {
        var objective = Maximize.Accuracy().Under(Costs.Macs(2e6)).Require("val_accuracy", atLeast: 1.0).Require(Costs.Parameters(1e4));

        var feasibility = Feasibility.Of(objective, Metrics);

        feasibility.Excesses.Should().HaveCount(3);
        feasibility.Excesses[0].Should().BeApproximately(0.5, 1e-12);
        feasibility.Excesses[1].Should().BeApproximately(0.1, 1e-12);
        feasibility.Excesses[2].Should().Be(0);
        feasibility.Violation.Should().BeApproximately(0.6, 1e-12);
        feasibility.Required.Should().BeApproximately(0.1, 1e-12);
        feasibility.IsFeasible.Should().BeFalse();
    }

    [Fact]
    public void A_metric_that_is_missing_keeps_to_no_limit() =>
        Feasibility.Of(Maximize.Accuracy().Require("latency_ms", atMost: 2), Metrics).Required.Should().Be(double.PositiveInfinity);

    [Fact]
    public void Without_constraints_everything_is_feasible() => Feasibility.Of(Maximize.Accuracy(), Metrics).Should().Be(Feasibility.Free);

    [Fact]
    public void A_requirement_changes_no_score_and_makes_another_objective()
    {
        var objective = Maximize.Accuracy().Require(Costs.Macs(1));
        objective.Score(Metrics).Should().Be(0.9);
        objective.Should().NotBe(Maximize.Accuracy()).And.Be(Maximize.Accuracy().Require(Costs.Macs(1)));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(1.0, 2.0)]
    [InlineData(0.0, null)]
    public void A_requirement_without_one_limit_is_refused(double? atLeast, double? atMost) =>
        FluentActions.Invoking(() => Maximize.Accuracy().Require("f1", atLeast, atMost)).Should().Throw<InputException>()
            .WithMessage("The requirement on 'f1' must have one limit*");
}
