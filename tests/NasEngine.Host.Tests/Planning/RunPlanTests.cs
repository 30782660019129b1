using NasEngine.Contracts;
using NasEngine.Host.Planning;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Planning;

/// <summary>What a plan makes of a measurement.</summary>
public sealed class RunPlanTests
{
    private static readonly SearchSpec Spec = MadeSearch.Spec("planned") with { Final = new FinalSpec("from-scratch", 3) };

    [Fact]
    public void Trials_run_side_by_side_and_winners_come_on_top()
    {
        var plan = Plan(new Budget(5) { Trials = 5 }, new WorkTimes { Trial = 10, Final = 60 }, workers: 2);

        plan.Time.Should().Be(TimeSpan.FromSeconds((3 * 10) + (2 * 60)));
        plan.Bytes.Should().Be((5 * 300) + (3 * 1000 * 4));
        PlanText.Of(plan).Should().Equal(
            "Plan of search 'planned'; nothing of it is run:",
            "  space   nasbench201: 15,625 architectures, of up to 4.00 M MACs and 1000 parameters",
            "  work    random: 5 trials, 2 at once; then 3 winners",
            "  time    about 2m30s (10s for a trial, 1m00s for a winner, measured now)",
            "  disk    about 13.5 kB");
        var seeds = plan with { Spec = plan.Spec with { Final = plan.Spec.Final! with { Seeds = 3 } } };
        seeds.Time.Should().Be(TimeSpan.FromSeconds((3 * 10) + (5 * 60)), "nine trainings, two at once");
        PlanText.Of(seeds).Should().Contain("  work    random: 5 trials, 2 at once; then 3 winners from 3 seeds each");
    }

    [Fact]
    public void An_objective_that_makes_a_cost_large_is_said()
    {
        var plan = Plan(new Budget(5) { Trials = 5 }, new WorkTimes { Trial = 10 }, workers: 1);

        PlanText.Of(plan with { Spec = plan.Spec with { Objective = new Objective("params", []) } }).Should().Contain(
            "  note    Search 'planned' looks for the largest 'params', as its objective says; Minimize.Metric(\"params\") looks for the smallest.");
    }

    [Fact]
    public void Steps_come_one_after_another_with_their_checkpoints() =>
        Plan(new Budget(14) { Steps = 10, Trials = 4 }, new WorkTimes { Step = 0.5, Trial = 2, CheckpointBytes = 1e6 }, 1, finals: 0)
            .Should().Match<RunPlan>(plan => plan.Time == TimeSpan.FromSeconds(13) && plan.Bytes == 2e6 + (14 * 300));

    [Fact]
    public void A_wall_time_ends_what_would_take_longer_and_stands_where_nothing_else_says() =>
        new[]
        {
            Plan(new Budget(100) { Trials = 100, Time = TimeSpan.FromSeconds(60) }, new WorkTimes { Trial = 10 }, 1, finals: 0).Time,
            Plan(new Budget(2) { Trials = 2, Time = TimeSpan.FromSeconds(60) }, new WorkTimes { Trial = 10 }, 1, finals: 0).Time,
            Plan(new Budget(Budget.Unlimited) { Time = TimeSpan.FromSeconds(60) }, new WorkTimes { Trial = 10 }, 1, finals: 0).Time,
        }.Should().Equal(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(60));

    [Fact]
    public void A_budget_of_epochs_is_divided_by_those_of_a_trial() =>
        Plan(new Budget(Budget.Unlimited) { Epochs = 10 }, new WorkTimes { Trial = 10, Epochs = 3 }, 1, finals: 0).Time
            .Should().Be(TimeSpan.FromSeconds(40));

    [Fact]
    public void What_is_not_measured_is_not_known()
    {
        var plan = Plan(new Budget(5) { Trials = 5 }, new WorkTimes { Trial = 0.5, Remark = "not all was measured in a minute" }, 1);

        plan.Time.Should().BeNull();
        PlanText.Of(plan).Should().Contain("  time    not known (500ms for a trial, measured now); not all was measured in a minute");
        Plan(new Budget(Budget.Unlimited) { VirtualSeconds = 1e5 }, new WorkTimes { Trial = 1 }, 1, finals: 0).Time.Should().BeNull();
    }

    [Theory]
    [InlineData(20, 2 + (20 * 3))]
    [InlineData(0.05, 2 + (0.05 * 3))]
    public async Task A_long_training_is_told_from_short_ones(double epochs, double seconds)
    {
        var trained = new List<double>();
        var said = await TimedTraining.SecondsAsync(epochs, some =>
        {
            trained.Add(some);
            return Task.FromResult(2 + (3 * some));
        });

        said.Should().BeApproximately(seconds, 1e-9);
        trained.Max().Should().BeLessThanOrEqualTo(Math.Min(epochs, 0.5));
    }

    private static RunPlan Plan(Budget budget, WorkTimes times, int workers, int finals = 3) =>
        new(Spec with { Budget = budget, Final = finals > 0 ? Spec.Final : null }, 15625, 4e6, 1000, workers, times);
}
