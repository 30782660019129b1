using NasEngine.Contracts;
using static NasEngine.Strategies.Tests.Relaxed.RelaxedSearch;

namespace NasEngine.Strategies.Tests.Relaxed;

public sealed class GdasTests
{
    private static readonly SkippingSpace Space = new();

    [Fact]
    public void Every_pass_runs_one_choice_per_decision_drawn_for_itself()
    {
        var run = Run(Create("gdas", Space), Quadratic.Best(0, 1, 2).Measure).Advance(60);

        var drawn = Enumerable.Range(0, 60).SelectMany(step => new[] { run.Trained(step), run.Validated(step) }).ToArray();
        drawn.SelectMany(mixture => mixture.Decisions.Values).Should().OnlyContain(listed => listed.Length == 1 && listed[0].Weight == 1);
        drawn.Select(mixture => mixture.Decisions["edge0"][0].Choice).Distinct().Should().BeEquivalentTo([0, 1, 2]);
        Enumerable.Range(0, 60).Should().Contain(step => !run.Trained(step).Equals(run.Validated(step)));
    }

    [Fact]
    public void A_warm_up_trains_the_weights_alone()
    {
        var run = Run(Create("gdas", Space, new { WarmupSteps = 20 }), Quadratic.Best(0, 1, 2).Measure);
        var before = run.Strategy.Status.Alphas;

        run.Advance(20).Strategy.Status.Alphas.Should().BeEquivalentTo(before);
        run.Candidates.Should().OnlyContain(candidate => ((SupernetStep)candidate.Work).Validate.IsEmpty);
        run.Advance(1).Validated(20).Listed().Should().Be(3);
    }

    [Fact]
    public void The_temperature_goes_down_linearly_over_the_epochs()
    {
        var options = new { Epochs = 11, Temperature = 10, LastTemperature = 0.1 };
        var run = Run(Create("gdas", Space, options, steps: 110), Quadratic.Best(0, 1, 2).Measure);

        run.Strategy.Status.Scalars["temperature"].Should().Be(10);
        run.Advance(50).Strategy.Status.Scalars["temperature"].Should().BeApproximately(10 - (9.9 / 2), 1e-12);
        run.Advance(59).Strategy.Status.Scalars["temperature"].Should().BeApproximately(0.1, 1e-12);
    }

    [Fact]
    public void A_drawn_choice_that_lowers_the_loss_becomes_likelier_and_the_others_less()
    {
        var run = Run(
            Create("gdas", Space, new { InitialSpread = 0, LearningRate = 0.01 }), candidate => Drawn(candidate, (_, _) => -1)).Advance(1);

        foreach (var (edge, alphas) in run.Strategy.Status.Alphas)
        {
            var drawn = run.Validated(0).Decisions[edge].Single().Choice;
            alphas.Should().Equal(
                Enumerable.Range(0, 3).Select(choice => choice == drawn ? 0.01 : -0.01), (one, other) => Math.Abs(one - other) < 1e-6);
        }
    }

    [Fact]
    public void It_finds_the_planted_choices()
    {
        var best = new[] { 2, 0, 1 };
        var options = new { LearningRate = 0.05, WeightDecay = 0, Temperature = 2, LastTemperature = 0.5 };
        var run = Run(Create("gdas", Space, options), candidate =>
            Drawn(candidate, (edge, choice) => choice == best[edge] ? -1 : 1)).Advance(200);

        run.Strategy.Recommend(1).Single().Values.Should().Equal(best);
    }

    [Fact]
    public void A_budget_that_says_no_steps_is_refused() =>
        FluentActions.Invoking(() => Create("gdas", Space, steps: Budget.Unlimited))
            .Should().Throw<InputException>().WithMessage("The plan of strategy 'gdas' *");

    /// <summary>A measurement with a slope for the drawn choice of each edge.</summary>
    private static Measurement Drawn(Candidate candidate, Func<int, int, double> slope) =>
        ((Mixture)((SupernetStep)candidate.Work).Validate[0]).Decisions.Aggregate(new Measurement(), (measured, pair) => measured.With(
            SeriesNames.ValidationGradient(0, pair.Key), [slope(pair.Key[^1] - '0', pair.Value.Single().Choice)]));
}
