using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using static NasEngine.Strategies.Tests.Relaxed.RelaxedSearch;

namespace NasEngine.Strategies.Tests.Relaxed;

public sealed class DrNasTests
{
    private static readonly ToySpace Space = new();

    [Fact]
    public void It_finds_the_best_of_the_toy_space()
    {
        var run = Run(Create("drnas", Space, new { LearningRate = 0.1 }, steps: 300)).Advance(300);

        run.Strategy.Recommend(3).Should().Equal(Space.All().MaxBy(ToyEstimator.Accuracy)!);
    }

    [Fact]
    public void All_choices_run_at_weights_that_are_drawn_for_each_pass_and_sum_to_one()
    {
        var run = Run(Create("drnas", Space)).Advance(2);

        run.Trained(0).Should().NotBe(run.Validated(0)).And.NotBe(run.Trained(1));
        run.Trained(0).Decisions["first.kernel"].Should().HaveCount(3);
        run.Trained(0).Decisions.Values.Should().OnlyContain(listed => Math.Abs(listed.Sum(one => one.Weight) - 1) < 1e-12);
    }

    [Fact]
    public void Concentrations_that_grow_apart_leave_less_to_chance()
    {
        var run = Run(Create("drnas", Space, new { LearningRate = 0.1 }, steps: 300)).Advance(300);

        run.Strategy.Status.Scalars["entropy"].Should().BeLessThan(Run(Create("drnas", Space)).Strategy.Status.Scalars["entropy"]);
    }

    [Fact]
    public void The_penalty_draws_concentrations_to_1()
    {
        var run = Run(Create("drnas", Space, new { InitialSpread = 1, LearningRate = 0.01, WeightDecay = 1 }, steps: 300), Flat);
        var before = Distance();

        run.Advance(300);

        Distance().Should().BeLessThan(before / 4);

        double Distance() => run.Strategy.Status.Alphas.Values.SelectMany(alphas => alphas).Sum(Math.Abs);
    }

    [Fact]
    public void Warm_up_trains_the_weights_alone() =>
        Run(Create("drnas", Space, new { WarmupSteps = 2 })).Advance(3).Candidates
            .Select(candidate => ((SupernetStep)candidate.Work).Validate.Length).Should().Equal(0, 0, 1);

    private static Measurement Flat(Candidate candidate) => ((Mixture)((SupernetStep)candidate.Work).Validate[0]).Decisions.Aggregate(
        new Measurement(), (measured, pair) => measured.With(SeriesNames.ValidationGradient(0, pair.Key), [.. pair.Value.Select(_ => 0.0)]));
}
