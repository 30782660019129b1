using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search.Tests;

public sealed class FrontTests
{
    private static readonly ImmutableArray<ObjectiveAxis> TwoAxes = [new("score", Direction.Maximize), new("cost", Direction.Minimize)];
    private static readonly ImmutableArray<ObjectiveAxis> ThreeAxes = [.. TwoAxes, new("size", Direction.Minimize)];

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void The_front_is_every_trial_that_no_other_one_dominates_in_whatever_order_they_are_added(int axes)
    {
        var random = RandomSource.For(21, axes, "front");
        for (var run = 0; run < 60; run++)
        {
            var trials = Enumerable.Range(0, 60).Select(number => new Drawn(
                number, new Architecture("toy", [random.NextInt(12)]), random.NextInt(7), random.NextInt(7), random.NextInt(7))).ToArray();

            var inOrder = Front(trials, axes);
            random.Shuffle(trials.AsSpan());

            inOrder.Select(member => member.Number).Should().BeEquivalentTo(Expected(trials, axes));
            Front(trials, axes).Should().Equal(inOrder);
        }
    }

    [Fact]
    public void The_best_by_the_first_axis_comes_first_and_ties_stay_in_the_order_of_their_trials()
    {
        var front = Front([Draw(0, 1, 3, 5), Draw(1, 2, 9, 8), Draw(2, 3, 3, 5), Draw(3, 4, 1, 1)], axes: 2);

        front.Select(member => member.Number).Should().Equal(1, 0, 2, 3);
        front[0].Values.Should().Equal(9, -8);
    }

    [Fact]
    public void An_architecture_measured_unlike_itself_is_shown_once_with_its_best_place_by_the_first_axis()
    {
        var front = Front([Draw(0, 1, 3, 5), Draw(1, 2, 5, 7), Draw(2, 1, 9, 9)], axes: 2);

        front.Select(member => member.Number).Should().Equal(2, 1, 0);
        ParetoFront.Once(front).Select(member => member.Number).Should().Equal(2, 1);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_value_that_is_no_finite_number_keeps_a_trial_off_the_front(double value)
    {
        Add(new Measurement().With("score", value).With("cost", 1)).Should().BeEmpty();
        Add(new Measurement().With("score", 1).With("cost", value)).Should().BeEmpty();
    }

    [Fact]
    public void A_failure_and_a_missing_metric_keep_a_trial_off_the_front()
    {
        Add(new Measurement().With("score", 1)).Should().BeEmpty();
        Add((new Measurement().With("score", 1).With("cost", 1)) with { Failure = new Failure(FailureKind.Poisoned, "lost") }).Should().BeEmpty();
        Add(new Measurement().With("score", 1).With("cost", 1)).Should().ContainSingle();
    }

    [Fact]
    public void A_single_axis_has_no_front() => ParetoFront.Add(
        [], [TwoAxes[0]], 0, new Architecture("toy", [1]), new Measurement().With("score", 1)).Should().BeEmpty();

    [Fact]
    public void A_search_has_the_same_front_however_its_trials_arrive_and_when_its_journal_is_replayed()
    {
        var spec = Toy.Spec(budget: 60) with { Objective = new Objective("score", []).Against("cost") };
        static Measurement Measure(long number) => number % 11 == 5
            ? Measurement.Failed(FailureKind.BadArchitecture, "Injected.")
            : Toy.Score(number * 7919 % 13).With("cost", number * 104729 % 11);
        var (first, _) = Toy.Run(spec, new ToyStrategy(), RandomSource.For(0, 0, "arrivals"), Measure);
        first.NonDominated.Length.Should().BeGreaterThan(1);

        for (var run = 1UL; run < 10; run++)
        {
            var (state, journal) = Toy.Run(spec, new ToyStrategy(), RandomSource.For(run, 0, "arrivals"), Measure);
            var strategy = new ToyStrategy();
            var replayed = Replay.Run(new SearchState(spec), strategy, new ToySpace(), Toy.Objective, journal).State;

            state.NonDominated.Should().Equal(first.NonDominated);
            Turn.Take(replayed, strategy, new ToySpace(), Toy.Objective).State.NonDominated.Should().Equal(first.NonDominated);
        }
    }

    [Fact]
    public void The_front_of_a_supernet_is_that_of_its_finalists_with_their_latency()
    {
        var spec = Toy.Spec() with { Objective = new Objective("score", []).Against("latency_ms") };
        var architectures = Enumerable.Range(0, 3).Select(value => new Architecture("toy", [value, 0])).ToImmutableArray();
        var step = new SupernetStep("uniform", [architectures[0]], [architectures[0]], SupernetStep.NoSettings);
        var state = new SearchState(spec)
            .Apply(new Proposed(new Candidate(0, step)))
            .Apply(new Measured(0, Toy.Score(99).With("latency_ms", 0.1)))
            .Apply(new Observed(0, ImmutableSortedDictionary<string, double>.Empty));
        state.NonDominated.Should().BeEmpty("paths are measured with shared weights");

        state = state.Apply(new FinalistsChosen(architectures, ImmutableSortedDictionary<string, ImmutableArray<double>>.Empty));
        double[] times = [3, 1, 2];
        for (var rank = 0; rank < 3; rank++)
        {
            state = state.Apply(new FinalistMeasured(rank, Toy.Score(rank < 2 ? 5 - rank : 4), new LatencyMeasurement(times[rank], 0, 1, 1, "cpu")));
        }

        state.NonDominated.Select(member => member.Number).Should().Equal(0, 1);
    }

    private static ImmutableArray<FrontMember> Add(Measurement measurement) =>
        ParetoFront.Add([], TwoAxes, 0, new Architecture("toy", [1]), measurement);

    private static Drawn Draw(int number, int architecture, double score, double cost) =>
        new(number, new Architecture("toy", [architecture]), score, cost, 0);

    private static ImmutableArray<FrontMember> Front(IEnumerable<Drawn> trials, int axes) => trials.Aggregate(
        ImmutableArray<FrontMember>.Empty,
        (front, trial) => ParetoFront.Add(
            front, axes == 2 ? TwoAxes : ThreeAxes, trial.Number, trial.Architecture,
            new Measurement().With("score", trial.Score).With("cost", trial.Cost).With("size", trial.Size)));

    /// <summary>The definition: all pairs; of equal trials of one architecture the first.</summary>
    private static IEnumerable<long> Expected(Drawn[] trials, int axes)
    {
        bool Dominates(Drawn a, Drawn b) =>
            a.Score >= b.Score && a.Cost <= b.Cost && (axes == 2 || a.Size <= b.Size)
            && (a.Score > b.Score || a.Cost < b.Cost || (axes == 3 && a.Size < b.Size));

        return trials.Where(trial => !trials.Any(other => Dominates(other, trial)))
            .GroupBy(trial => (trial.Architecture.Key, trial.Score, trial.Cost, axes == 3 ? trial.Size : 0))
            .Select(same => same.Min(trial => (long)trial.Number));
    }

    private sealed record Drawn(int Number, Architecture Architecture, double Score, double Cost, double Size);
}
