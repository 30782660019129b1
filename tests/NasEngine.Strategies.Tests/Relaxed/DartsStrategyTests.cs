using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using static NasEngine.Strategies.Tests.Relaxed.RelaxedSearch;

namespace NasEngine.Strategies.Tests.Relaxed;

public sealed class DartsStrategyTests
{
    private static readonly ToySpace Space = new();

    [Fact]
    public void It_finds_the_best_of_the_toy_space()
    {
        var run = Run(Create(Space, new { LearningRate = 0.1 })).Advance(200);

        run.Strategy.Recommend(3).Should().Equal(Space.All().MaxBy(ToyEstimator.Accuracy)!);
    }

    [Fact]
    public void A_step_of_first_order_trains_and_validates_all_choices_at_the_same_weights()
    {
        var step = First(Create(Space));

        step.Rule.Should().Be((ComponentSpec)"uniform");
        step.Train.Should().Equal(step.Validate);
        var mixture = step.Train.Should().ContainSingle().Which.Should().BeOfType<Mixture>().Subject;
        mixture.Decisions.Should().HaveCount(6);
        mixture.Decisions.Values.Should().OnlyContain(listed => Math.Abs(listed.Sum(one => one.Weight) - 1) < 1e-12);
        mixture.Decisions["first.kernel"].Should().HaveCount(3);
    }

    [Fact]
    public void A_step_of_second_order_leaves_validation_to_its_rule()
    {
        var step = First(Create(Space, new { Order = "second" }));

        (step.Rule, step.Train.Length, step.Validate.Length).Should().Be(((ComponentSpec)"unrolled", 1, 0));
    }

    [Fact]
    public void Second_order_learns_from_the_gradient_of_its_rule()
    {
        var run = Run(Create(Space, new { Order = "second", LearningRate = 0.1 }), candidate =>
        {
            var step = (SupernetStep)candidate.Work;
            return ToyEstimator.Measure(candidate with { Work = step with { Validate = step.Train } });
        }).Advance(200);

        run.Strategy.Recommend(1).Should().Equal(Space.All().MaxBy(ToyEstimator.Accuracy)!);
    }

    [Fact]
    public void The_first_alphas_are_small_normal_numbers_of_the_seed()
    {
        var drawn = Run(Create(Space, new { InitialSpread = 0.5, WarmupSteps = 9 })).Advance(1).Strategy.Status.Alphas;

        drawn.Should().BeEquivalentTo(Run(Create(Space, new { InitialSpread = 0.5, WarmupSteps = 9 })).Advance(1).Strategy.Status.Alphas);
        var all = drawn.Values.SelectMany(values => values).ToArray();
        all.Should().OnlyHaveUniqueItems();
        Math.Sqrt(all.Average(alpha => alpha * alpha)).Should().BeInRange(0.25, 0.75);
    }

    [Fact]
    public void Warm_up_trains_the_weights_and_leaves_the_alphas()
    {
        var run = Run(Create(Space, new { WarmupSteps = 3 })).Advance(1);
        var before = run.Strategy.Status.Alphas["depth"];

        run.Advance(2).Strategy.Status.Alphas["depth"].Should().Equal(before);

        run.Candidates.Should().OnlyContain(candidate => ((SupernetStep)candidate.Work).Validate.IsEmpty);
        run.Advance(1).Strategy.Status.Alphas["depth"].Should().NotEqual(before);
    }

    [Fact]
    public void A_step_that_failed_leaves_the_alphas_and_is_counted()
    {
        var run = Run(Create(Space), _ => Measurement.Failed(FailureKind.NotANumber, "Injected.")).Advance(1);
        var before = run.Strategy.Status.Alphas["depth"];

        var status = run.Advance(4).Strategy.Status;

        status.Alphas["depth"].Should().Equal(before);
        status.Scalars["skipped_steps"].Should().Be(5);
    }

    [Fact]
    public void A_collapse_into_skip_connections_is_counted()
    {
        var space = new SkippingSpace();
        var run = Run(Create(space, new { LearningRate = 0.1 }), candidate => space.Decisions.Decisions.Aggregate(
            new Measurement().With(MetricNames.ValidationLoss, 1),
            (measured, decision) => measured.With(SeriesNames.ValidationGradient(0, decision.Name), decision.Name == "edge0" ? [0, 0, -1] : [0, -1, 0])));

        run.Advance(20).Strategy.Status.Scalars["skips"].Should().Be(2);
        Run(Create(Space)).Advance(1).Strategy.Status.Scalars.Should().NotContainKey("skips");
    }

    [Fact]
    public void Cost_targets_are_refused() =>
        FluentActions.Invoking(() => Create(Space, objective: Accuracy.Under("macs", 3e6))).Should().Throw<InputException>().WithMessage(
            "Strategy 'darts' learns from the loss alone and cannot keep 'macs' to a target; leave costs out of its objective, or use 'fp-nas', 'dmasking' or 'tf-nas'.");

    [Fact]
    public void A_space_of_paths_is_refused() =>
        FluentActions.Invoking(() => Create(new PathsOnly())).Should().Throw<InputException>().WithMessage(
            "Strategy 'darts' weighs choices, and space 'toy' has paths only; use a space with mixtures, such as 'darts' or 'nasbench201'.");

    [Fact]
    public void A_space_that_has_no_mixtures_as_it_is_says_why() =>
        FluentActions.Invoking(() => Create(new WithoutMixtures())).Should().Throw<InputException>().WithMessage(
            "Strategy 'darts' weighs choices. This space has none of them now; say otherwise.");

    private static IStrategy Create(ISearchSpace space, object? options = null, Objective? objective = null) =>
        RelaxedSearch.Create("darts", space, options, objective);

    private static SupernetStep First(IStrategy strategy) => (SupernetStep)strategy.Propose(new ProposalContext(0, 1, []))!;

    private sealed class WithoutMixtures : PathsOnly, IRelaxedSpace
    {
        public string? NoMixtures => "This space has none of them now; say otherwise.";
    }

    private class PathsOnly : ISearchSpace
    {
        public DecisionSpace Decisions => Space.Decisions;

        public ImmutableSortedDictionary<string, Architecture> References => Space.References;

        public string Format(Architecture architecture) => Space.Format(architecture);

        public Architecture Parse(string text) => Space.Parse(text);

        public ArchitectureCost Cost(Architecture architecture) => Space.Cost(architecture);
    }
}
