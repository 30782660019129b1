using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Relaxed.Nasp;
using static NasEngine.Strategies.Tests.Relaxed.RelaxedSearch;

namespace NasEngine.Strategies.Tests.Relaxed;

public sealed class NaspTests
{
    private static readonly SkippingSpace Space = new();

    [Fact]
    public void A_step_trains_one_choice_per_decision_where_DARTS_trains_all()
    {
        var nasp = Run(Create("nasp", Space), Quadratic.Best(0, 1, 2).Measure).Advance(20);
        var darts = Run(Create("darts", Space), Quadratic.Best(0, 1, 2).Measure).Advance(20);

        for (var step = 0; step < 20; step++)
        {
            nasp.Trained(step).Decisions.Values.Should().HaveCount(3)
                .And.OnlyContain(listed => listed.Length == 1 && listed[0].Weight == 1);
            (darts.Trained(step).Listed() + darts.Validated(step).Listed()).Should().Be(18);
            (nasp.Trained(step).Listed() + nasp.Validated(step).Listed()).Should().Be(12);
        }
    }

    [Fact]
    public void Validation_is_at_the_point_that_was_trained_with_the_other_choices_at_weight_0()
    {
        var run = Run(Create("nasp", Space), Quadratic.Best(2, 2, 2).Measure).Advance(1);

        run.Validated(0).Decisions.Should().AllSatisfy(pair =>
            pair.Value.Where(one => one.Weight != 0).Should().Equal(run.Trained(0).Decisions[pair.Key]));
    }

    [Fact]
    public void With_chosen_slopes_a_whole_step_runs_one_choice_per_decision_and_what_did_not_run_stays()
    {
        var options = new { Slopes = "chosen", LearningRate = 0.01, WeightDecay = 0.1 };
        var run = Run(Create("nasp", Space, options), Quadratic.Best(0, 1, 2).Measure);
        var before = run.Strategy.Status.Alphas;

        var after = run.Advance(1).Strategy.Status.Alphas;

        (run.Trained(0).Listed() + run.Validated(0).Listed()).Should().Be(6);
        foreach (var (edge, alphas) in after)
        {
            var chosen = run.Trained(0).Decisions[edge].Single().Choice;
            alphas.Select((alpha, choice) => alpha == before[edge][choice])
                .Should().Equal(Enumerable.Range(0, 3).Select(choice => choice != chosen));
        }
    }

    [Fact]
    public void It_walks_as_the_algorithm_of_the_paper_worked_by_hand()
    {
        double[] best = [0.3, 0.1, 0.9];
        var loss = new Quadratic(Space.Decisions.Decisions.ToImmutableSortedDictionary(
            one => one.Name, _ => ImmutableArray.Create(best), StringComparer.Ordinal));
        var run = Run(Create("nasp", Space, new { LearningRate = 0.05, AdamBeta1 = 0, WeightDecay = 0.01 }), loss.Measure);
        var alpha = run.Strategy.Status.Alphas["edge1"].ToArray();
        var second = new double[3];
        for (var step = 1; step <= 60; step++)
        {
            var point = Array.IndexOf(alpha, alpha.Max());
            for (var i = 0; i < 3; i++)
            {
                var slope = (i == point ? 1 : 0) - best[i] + (0.01 * alpha[i]);
                second[i] = (0.999 * second[i]) + (0.001 * slope * slope);
                alpha[i] = Math.Clamp(alpha[i] - (0.05 * slope / (Math.Sqrt(second[i] / (1 - Math.Pow(0.999, step))) + 1e-8)), 0, 1);
            }

            run.Advance(1).Strategy.Status.Alphas["edge1"].Should().Equal(alpha, (one, other) => Math.Abs(one - other) < 1e-9);
        }
    }

    [Fact]
    public void A_warm_up_trains_paths_that_are_drawn_and_leaves_the_parameters_alone()
    {
        var run = Run(Create("nasp", Space, new { WarmupSteps = 60 }), Quadratic.Best(2, 2, 2).Measure);
        var before = run.Strategy.Status.Alphas;

        run.Advance(60).Strategy.Status.Alphas.Should().BeEquivalentTo(before);
        run.Candidates.Should().OnlyContain(candidate => ((SupernetStep)candidate.Work).Validate.IsEmpty);
        foreach (var edge in before.Keys)
        {
            Enumerable.Range(0, 60).Select(step => run.Trained(step).Decisions[edge].Single().Choice).GroupBy(choice => choice)
                .Select(group => group.Count()).Should().HaveCount(3).And.OnlyContain(count => count >= 10);
        }

        run.Advance(1).Validated(60).Listed().Should().Be(9);
    }

    [Fact]
    public void It_finds_the_planted_choices_and_keeps_alphas_in_the_box()
    {
        var run = Run(Create("nasp", Space, new { LearningRate = 0.02 }), Quadratic.Best(2, 0, 1).Measure);
        for (var step = 0; step < 100; step++)
        {
            run.Advance(1).Strategy.Status.Alphas.Values.SelectMany(alphas => alphas)
                .Should().OnlyContain(alpha => alpha >= 0 && alpha <= 1);
        }

        run.Strategy.Recommend(1).Single().Values.Should().Equal(2, 0, 1);
    }

    [Fact]
    public void The_size_penalty_turns_it_away_from_choices_that_are_larger_and_no_better()
    {
        Architecture Found(double penalty) => Run(
            Create("nasp", new ToySpace(), new { SizePenalty = penalty, LearningRate = 0.02, WeightDecay = 0 }),
            Alike).Advance(100).Strategy.Recommend(1).Single();

        Found(0.5).Values.Where(value => value != Architecture.Inactive).Should().OnlyContain(value => value == 0);
        Found(0).Values.Max().Should().BePositive();
    }

    [Fact]
    public void Shares_of_the_size_are_those_of_the_parameters_that_a_choice_adds()
    {
        var space = new ToySpace();
        var setup = new StrategySetup(space, new CountedCosts(space), Accuracy, new Budget(1));

        var shares = SizeShares.Of(space, setup).Named;

        shares["first.kernel"].Should().Equal([0, 1.0 / 3, 2.0 / 3], (one, other) => Math.Abs(one - other) < 1e-12);
        shares["first.act"].Should().Equal(0, 1);
        shares["head"].Should().Equal(0);
    }

    [Fact]
    public void Cost_targets_are_refused() =>
        FluentActions.Invoking(() => Create("nasp", new ToySpace(), objective: Accuracy.Under("macs", 3e6))).Should().Throw<InputException>()
            .WithMessage("Strategy 'nasp' learns from the loss alone and cannot keep 'macs' to a target; leave costs out of its objective, or use *.");

    /// <summary>A measurement in which no choice is better than another.</summary>
    private static Measurement Alike(Candidate candidate) => ((SupernetStep)candidate.Work).Validate.Cast<Mixture>().Single().Decisions
        .Aggregate(new Measurement(), (measured, pair) => measured.With(
            SeriesNames.ValidationGradient(0, pair.Key), [.. pair.Value.Select(_ => 0.0)]));
}
