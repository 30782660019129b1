using NasEngine.Contracts;

namespace NasEngine.Search.Tests;

/// <summary>Who leads, by fidelity and requirements, and what a search has spent.</summary>
public sealed class FidelityStateTests
{
    private static readonly Objective Required = Toy.Objective.Require(new Constraint("macs", 10));

    [Fact]
    public void Leaders_and_front_are_of_the_highest_fidelity_that_was_measured()
    {
        var state = After(
            Toy.Objective.Against("macs"),
            (new Fidelity(1), Toy.Score(9).With("macs", 1)), (new Fidelity(4), Toy.Score(3).With("macs", 2)),
            (new Fidelity(1), Toy.Score(8).With("macs", 1)), (new Fidelity(4), Toy.Score(5).With("macs", 3)),
            (new Fidelity(9), Measurement.Failed(FailureKind.NotANumber, "x")));

        state.Leaders.Select(leader => leader.Number).Should().Equal(3, 1);
        state.NonDominated.Select(member => member.Number).Should().BeEquivalentTo([1L, 3L]);
        state.TopFidelity.Should().Be(new Fidelity(4));
    }

    [Fact]
    public void What_keeps_to_the_requirements_leads_whatever_the_others_score()
    {
        var state = After(
            Required,
            (Fidelity.Full, Toy.Score(9).With("macs", 30)), (Fidelity.Full, Toy.Score(1).With("macs", 5)),
            (Fidelity.Full, Toy.Score(2).With("macs", 20)), (Fidelity.Full, Toy.Score(4).With("macs", 10)), (Fidelity.Full, Toy.Score(99)));

        state.Leaders.Select(leader => leader.Number).Should().Equal(3, 1, 2, 0, 4);
        Finalists.Choose(state, [], 1).Should().Equal(state.Leaders[0].Architecture);
    }

    [Fact]
    public void A_budget_of_epochs_ends_when_the_trials_proposed_come_to_it()
    {
        var spec = Toy.Spec(window: 1) with { Budget = new Budget(Budget.Unlimited) { Epochs = 10 } };
        var (state, _) = Toy.Run(spec, Proposing(_ => new Fidelity(Epochs: 6, DataFraction: 0.5)), RandomSource.For(1, 0, "arrivals"));
        state.ObservedCount.Should().Be(4);
        state.Spent.Epochs.Should().Be(12);
    }

    [Fact]
    public void A_trial_that_does_not_say_its_epochs_is_refused_under_a_budget_that_counts_them()
    {
        var spec = Toy.Spec(window: 1) with { Budget = new Budget(Budget.Unlimited) { Epochs = 10 } };
        FluentActions.Invoking(() => Toy.Run(spec, new ToyStrategy(), RandomSource.For(1, 0, "arrivals"))).Should().Throw<StrategyFault>()
            .WithMessage("Strategy 'toy' proposed a trial that does not say its epochs, which the budget counts (candidate 0).");
    }

    [Fact]
    public void A_search_that_stops_at_a_value_ends_with_the_trial_that_comes_to_it()
    {
        Budget At(double value, Direction direction) => new(50) { Trials = 50, Goal = new Goal("score", value, direction) };
        long Trials(Budget budget) => Toy.Run(
            Toy.Spec(window: 1) with { Budget = budget }, new ToyStrategy(), RandomSource.For(1, 0, "arrivals"),
            number => number == 3 ? Measurement.Failed(FailureKind.NotANumber, "x") : Toy.Score(number % 20)).State.ObservedCount;

        Trials(At(7, Direction.Maximize)).Should().Be(8);
        Trials(At(7.5, Direction.Maximize)).Should().Be(9);
        Trials(At(0, Direction.Minimize)).Should().Be(1);
        Trials(At(20, Direction.Maximize)).Should().Be(50, "none comes to it, and the budget ends it");
    }

    [Fact]
    public void Steps_of_a_supernet_stop_at_nothing()
    {
        var goal = new Goal("score", 1, Direction.Maximize);
        var step = new SupernetStep("uniform", [], [], SupernetStep.NoSettings);
        new Spent().On(step, Toy.Score(5), goal).Should().Be(new Spent());
        new Spent().On(new Trial(new Architecture("toy", [0]), Fidelity.Full), Toy.Score(double.NaN), goal).Nearest.Should().BeNull();
    }

    [Fact]
    public void A_budget_of_virtual_seconds_ends_when_the_measurements_come_to_it()
    {
        var spec = Toy.Spec(window: 1) with { Budget = new Budget(Budget.Unlimited) { VirtualSeconds = 100 } };
        var (state, _) = Toy.Run(
            spec, new ToyStrategy(), RandomSource.For(1, 0, "arrivals"), number => Toy.Score(number).With(MetricNames.VirtualSeconds, 30));
        state.ObservedCount.Should().Be(4);
        state.Spent.VirtualSeconds.Should().Be(120);
    }

    [Fact]
    public void A_budget_of_trials_and_steps_ends_when_both_are_spent_and_one_more_of_either_is_refused()
    {
        var left = new List<(long?, long?)>();
        var spec = Toy.Spec(window: 1) with { Budget = new Budget(5) { Trials = 2, Steps = 3 } };
        var strategy = new ToyStrategy
        {
            Works = WorkKind.Both,
            Instead = context =>
            {
                left.Add((context.TrialsLeft, context.StepsLeft));
                return context.Number < 3 ? Step : Trial;
            },
        };

        var (state, _) = Toy.Run(spec, strategy, RandomSource.For(1, 0, "arrivals"));

        state.Spent.Should().Be(new Spent(Trials: 2, Steps: 3));
        left.Should().Equal((2, 3), (2, 2), (2, 1), (2, 0), (1, 0));
        FluentActions.Invoking(() => Toy.Run(spec, new ToyStrategy { Instead = _ => Trial }, RandomSource.For(1, 0, "arrivals")))
            .Should().Throw<StrategyFault>().WithMessage("Strategy 'toy' proposed a trial beyond the 2 of its budget (candidate 2).");
    }

    [Fact]
    public void A_search_of_steps_and_trials_has_the_front_of_its_finalists()
    {
        var spec = Toy.Spec(window: 1) with { Objective = Toy.Objective.Against("macs"), Budget = new Budget(6) };
        var strategy = new ToyStrategy { Works = WorkKind.Both, Instead = context => context.Number % 3 == 1 ? Step : Trial };
        var (state, _) = Toy.Run(spec, strategy, RandomSource.For(1, 0, "arrivals"), number => Toy.Score(number).With("macs", number));
        state.IsSupernet.Should().BeTrue();
        state.Leaders.Should().NotBeEmpty();
    }

    internal static Trial Trial { get; } = new(new Architecture("toy", [0, 0]), Fidelity.Full);

    internal static SupernetStep Step { get; } = new("uniform", [new Architecture("toy", [0, 0])], [], SupernetStep.NoSettings);

    private static ToyStrategy Proposing(Func<long, Fidelity> fidelity) => new()
    {
        Instead = context => new Trial(new Architecture("toy", [(int)context.Number % 4, (int)context.Number % 3]), fidelity(context.Number)),
    };

    private static SearchState After(Objective objective, params (Fidelity Fidelity, Measurement Measurement)[] trials)
    {
        var spec = Toy.Spec(window: 1, budget: trials.Length) with { Objective = objective };
        var (strategy, space) = (Proposing(number => trials[number].Fidelity), new ToySpace());
        var state = Turn.Take(new SearchState(spec), strategy, space, objective).State;
        foreach (var (trial, number) in trials.Select((trial, number) => (trial, number)))
        {
            state = Turn.Take(state.Apply(new Measured(number, trial.Measurement)), strategy, space, objective).State;
        }

        return state;
    }
}
