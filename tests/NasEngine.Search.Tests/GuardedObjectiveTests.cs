using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search.Tests;

public sealed class GuardedObjectiveTests
{
    private static readonly ImmutableArray<ObjectiveAxis> Axes = [new("score", Direction.Maximize)];

    [Fact]
    public void An_objective_that_throws_is_named() =>
        FluentActions.Invoking(() => Guard(_ => throw new InvalidOperationException("no idea")).Score(new Dictionary<string, double>()))
            .Should().Throw<StrategyFault>().WithMessage("Objective 'mine' failed to score a trial: no idea");

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_score_that_is_no_finite_number_is_none(double score) =>
        Guard(_ => score).Score(new Dictionary<string, double>()).Should().BeNull();

    [Fact]
    public void An_objective_without_axes_is_refused() =>
        FluentActions.Invoking(() => Guard(_ => 1, axes: [])).Should().Throw<InputException>().WithMessage("The objective 'mine' has no axis; *");

    [Fact]
    public void An_objective_with_an_axis_twice_is_refused() =>
        FluentActions.Invoking(() => Guard(_ => 1, axes: [Axes[0], new("score", Direction.Minimize)]))
            .Should().Throw<InputException>().WithMessage("The objective 'mine' has the axes score, score; each metric may be there once.");

    [Fact]
    public void An_objective_that_does_not_say_what_it_is_is_refused() =>
        FluentActions.Invoking(() => new GuardedObjective("mine", new Mute()))
            .Should().Throw<InputException>().WithMessage("The objective 'mine' does not say its axes, targets and metrics: not today");

    [Fact]
    public void A_search_ranks_its_trials_by_the_objective_it_is_given()
    {
        var state = Turn.Take(AllMeasured(), new ToyStrategy(), new ToySpace(), Guard(metrics => -metrics["score"])).State;

        state.Leaders[0].Should().Match<Leader>(leader => leader.Number == 0 && leader.Score == -10);
    }

    [Fact]
    public void An_objective_that_throws_stops_a_search_by_its_own_name_also_where_a_strategy_asks_it_first()
    {
        var objective = Guard(_ => throw new InvalidOperationException("no idea"));
        var asking = new ToyStrategy
        {
            Instead = _ =>
            {
                objective.Score(new Dictionary<string, double>());
                return null;
            },
        };

        var scored = () => Turn.Take(AllMeasured(), new ToyStrategy(), new ToySpace(), objective);
        var asked = () => Turn.Take(new SearchState(Toy.Spec()), asking, new ToySpace(), objective);

        scored.Should().Throw<StrategyFault>().WithMessage("Objective 'mine' failed to score a trial: no idea");
        asked.Should().Throw<StrategyFault>().WithMessage("Objective 'mine' failed to score a trial: no idea");
    }

    private static SearchState AllMeasured()
    {
        var proposed = Turn.Take(new SearchState(Toy.Spec()), new ToyStrategy(), new ToySpace(), Toy.Objective).State;
        return Enumerable.Range(0, 4).Aggregate(proposed, (state, number) => state.Apply(new Measured(number, Toy.Score(10 + number))));
    }

    private static GuardedObjective Guard(Func<IReadOnlyDictionary<string, double>, double?> score, ImmutableArray<ObjectiveAxis>? axes = null) =>
        new("mine", new Own(axes ?? Axes, score));

    private sealed class Own(ImmutableArray<ObjectiveAxis> axes, Func<IReadOnlyDictionary<string, double>, double?> score) : IObjective
    {
        public ImmutableArray<ObjectiveAxis> Axes => axes;

        public ImmutableArray<string> Metrics => ["score"];

        public double? Score(IReadOnlyDictionary<string, double> metrics) => score(metrics);
    }

    private sealed class Mute : IObjective
    {
        public ImmutableArray<ObjectiveAxis> Axes => throw new InvalidOperationException("not today");

        public ImmutableArray<string> Metrics => [];

        public double? Score(IReadOnlyDictionary<string, double> metrics) => null;
    }
}
