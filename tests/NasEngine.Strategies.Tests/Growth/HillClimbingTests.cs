using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Growth;

namespace NasEngine.Strategies.Tests.Growth;

public sealed class HillClimbingTests
{
    private static readonly GrowingSpace Space = new();

    [Fact]
    public void The_smallest_network_is_trained_first_and_then_rounds_of_it_and_what_it_grew_into()
    {
        var trials = Trials(Run(Size).Advance(7));
        trials[0].Should().Be(new Trial(Space.References["smallest"], new Fidelity(20)) { Keep = true });
        trials[1].Architecture.Should().Be(trials[0].Architecture);
        var later = new Fidelity(7) { PriorEpochs = 20 };
        trials[1..6].Should().OnlyContain(trial => trial.Keep && trial.Fidelity == later && trial.Weights.Equals(WeightOrigin.Of(0)));
        trials[2..6].Select(trial => trial.Architecture).Should().OnlyHaveUniqueItems()
            .And.OnlyContain(child => child.Values.Sum() == 3, "each is three changes away");
    }

    [Fact]
    public void The_best_of_a_round_is_the_parent_of_the_next()
    {
        var random = RandomSource.For(1, 0, "scores");
        var scores = Enumerable.Range(0, 100).Select(_ => random.NextDouble()).ToArray();
        var run = new StrategyRun(New(), 1, 3, candidate => Measured(scores[candidate.Number])).Advance(51);
        var trials = Trials(run);
        for (var round = 1; round < 10; round++)
        {
            var best = Enumerable.Range((5 * round) - 4, 5).MaxBy(number => scores[number]);
            var next = trials[((5 * round) + 1)..((5 * round) + 6)];
            next.Should().OnlyContain(trial => trial.Weights.Equals(WeightOrigin.Of(best)));
            next[0].Architecture.Should().Be(trials[best].Architecture);
        }
    }

    [Fact]
    public void Children_have_the_epochs_of_their_forebears_behind_them_so_that_the_last_round_counts_most()
    {
        var fidelities = Trials(Run(Size).Advance(16)).Select(trial => trial.Fidelity).ToArray();
        fidelities.Select(fidelity => fidelity.PriorEpochs).Should().Equal(
            [0, .. Enumerable.Repeat(20.0, 5), .. Enumerable.Repeat(27.0, 5), .. Enumerable.Repeat(34.0, 5)]);
        fidelities[11..].Should().OnlyContain(fidelity => fidelity.CompareTo(fidelities[0]) > 0 && fidelity.CompareTo(fidelities[6]) > 0);
    }

    [Fact]
    public void What_is_nearer_to_the_limits_is_better_whatever_its_score()
    {
        var objective = new Objective(MetricNames.ValidationAccuracy, []).Under(MetricNames.Latency, 2);
        var run = new StrategyRun(New(objective: objective), 1, 1, candidate =>
            Measured(candidate.Number / 100.0).With(MetricNames.Latency, candidate.Number == 2 ? 1 : 3)) { Objective = objective };
        Trials(run.Advance(7))[6].Weights.Should().Be(WeightOrigin.Of(2));
    }

    [Fact]
    public void On_a_landscape_without_valleys_it_climbs_to_the_largest_network_within_the_limit_and_ends()
    {
        var objective = new Objective(MetricNames.ValidationAccuracy, []).Under(MetricNames.Macs, 21_000);
        var run = new StrategyRun(New(objective: objective), 1, 4, Size) { Objective = objective }.Advance(1000);
        run.Ended.Should().BeTrue();
        Trials(run).Max(trial => trial.Architecture.Values.Sum()).Should().Be(20);
    }

    [Fact]
    public void A_round_of_which_all_fail_is_followed_by_one_of_the_same_parent()
    {
        var run = Run(candidate => candidate.Number is >= 1 and <= 5
            ? Measurement.Failed(FailureKind.NotANumber, "Injected.")
            : Size(candidate));
        Trials(run.Advance(7))[6..].Should().OnlyContain(trial => trial.Weights.Equals(WeightOrigin.Of(0)));
        run.Strategy.Wanted!.Value.Should().Contain(0);
    }

    [Fact]
    public void It_wants_its_parent_and_the_best_of_the_round_and_no_other_network()
    {
        var run = Run(Size).Advance(4);
        run.Strategy.Wanted!.Value.Should().BeEquivalentTo([0L, 2L]);
    }

    [Fact]
    public void It_begins_where_it_is_told_to()
    {
        var start = "w1|w2|w3|w0|w0|w5";
        Trials(new StrategyRun(New(new { Start = start }), 1, 1, Size).Advance(1))[0].Architecture.Should().Be(Space.Parse(start));
    }

    [Fact]
    public void A_space_that_does_not_grow_is_refused_in_a_sentence()
    {
        var space = new ToySpace();
        var setup = new StrategySetup(space, new CountedCosts(space), Accuracy, new Budget(10));
        FluentActions.Invoking(() => PluginParts.Of(new GrowthPlugin()).Strategy("hill-climbing", setup))
            .Should().Throw<InputException>().WithMessage("*'toy'*'morphism' is such a space.");
    }

    private static Objective Accuracy { get; } = new(MetricNames.ValidationAccuracy, []);

    private static StrategyRun Run(Func<Candidate, Measurement> measure) => new(New(), 1, 1, measure);

    private static IStrategy New(object? options = null, Objective? objective = null) => PluginParts.Of(new GrowthPlugin()).Strategy(
        "hill-climbing",
        new StrategySetup(Space, new CountedCosts(Space), objective ?? Accuracy, new Budget(1000)),
        options ?? new { Children = 5, Morphs = 3, Epochs = 7 });

    private static Measurement Size(Candidate candidate) => Measured(((Trial)candidate.Work).Architecture.Values.Sum() / 30.0);

    private static Measurement Measured(double accuracy) => new Measurement().With(MetricNames.ValidationAccuracy, accuracy);

    private static Trial[] Trials(StrategyRun run) => [.. run.Candidates.Select(candidate => (Trial)candidate.Work)];
}
