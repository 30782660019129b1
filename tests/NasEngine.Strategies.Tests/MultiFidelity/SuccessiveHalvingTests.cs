using NasEngine.Contracts;
using NasEngine.Strategies.MultiFidelity;
using NasEngine.Strategies.MultiFidelity.Halving;

namespace NasEngine.Strategies.Tests.MultiFidelity;

public sealed class SuccessiveHalvingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void The_best_third_of_each_rung_goes_on_and_the_best_of_all_ends_first(int window)
    {
        var run = Races.Run("successive-halving", new { Candidates = 27, MaxEpochs = 9 }, 1000, Races.Quality, window).Advance(1000);
        run.Ended.Should().BeTrue();
        var rungs = run.Candidates.GroupBy(Races.EpochsAfter).OrderBy(rung => rung.Key).ToArray();
        rungs.Select(rung => (rung.Key, rung.Count())).Should().Equal((1.0, 27), (3.0, 9), (9.0, 3));
        for (var rung = 1; rung < rungs.Length; rung++)
        {
            var best = rungs[rung - 1].OrderByDescending(Races.Quality).Take(rungs[rung].Count());
            Architectures(rungs[rung]).Should().BeEquivalentTo(Architectures(best));
        }
    }

    [Fact]
    public void Who_goes_on_starts_from_its_own_weights_and_trains_the_rest_of_the_rungs_epochs()
    {
        var run = Races.Run("successive-halving", new { Candidates = 9, MaxEpochs = 9 }, 1000, Races.Quality).Advance(1000);
        foreach (var trial in run.Candidates.Skip(9).Select(Races.Trial))
        {
            var before = run.Candidates[(int)trial.Weights.Should().BeOfType<InheritedWeights>().Which.Candidate];
            Races.Trial(before).Architecture.Should().Be(trial.Architecture);
            Races.Trial(before).Keep.Should().BeTrue();
            Races.EpochsAfter(before).Should().Be(trial.Fidelity.PriorEpochs);
        }

        Races.Trial(run.Candidates[^1]).Keep.Should().BeFalse();
        run.Candidates.Sum(candidate => Races.Trial(candidate).Fidelity.Epochs).Should().Be(9 * 1 + 3 * 2 + 1 * 6);
    }

    [Fact]
    public void Without_continue_each_rung_trains_anew_for_all_its_epochs()
    {
        var run = Races.Run("successive-halving", new { Candidates = 9, MaxEpochs = 9, Continue = false }, 1000, Races.Quality).Advance(1000);
        run.Candidates.Select(Races.Trial).Should().OnlyContain(trial => trial.Weights is FreshWeights && !trial.Keep && trial.Fidelity.PriorEpochs == 0);
        run.Candidates.Sum(candidate => Races.Trial(candidate).Fidelity.Epochs).Should().Be(9 * 1 + 3 * 3 + 1 * 9);
        run.Strategy.Wanted!.Value.Should().BeEmpty();
    }

    [Fact]
    public void For_one_that_fails_in_a_higher_rung_the_next_best_goes_on()
    {
        var run = Races.Run(
            "successive-halving", new { Candidates = 9, MaxEpochs = 3 }, 1000,
            candidate => candidate.Number is 9 or 10 ? double.NaN : Races.Quality(candidate)).Advance(1000);
        var ranked = run.Candidates.Take(9).OrderByDescending(Races.Quality);
        Architectures(run.Candidates.Skip(9)).Should().Equal(Architectures(ranked.Take(5)));
    }

    [Fact]
    public void For_one_that_fails_in_the_lowest_rung_another_is_drawn()
    {
        var run = Races.Run(
            "successive-halving", new { Candidates = 9, MaxEpochs = 3 }, 1000,
            candidate => candidate.Number is 2 or 3 ? double.NaN : Races.Quality(candidate)).Advance(1000);
        run.Candidates.Count(candidate => Races.EpochsAfter(candidate) == 1).Should().Be(11);
    }

    [Theory]
    [InlineData(13, 9)]
    [InlineData(12, 9)]
    [InlineData(39, 27)]
    [InlineData(40, 28)]
    public void Without_a_number_of_candidates_one_race_takes_what_the_budget_has(int trials, int candidates)
    {
        var rungs = new RungOptions(3, 1, trials == 12 ? 3 : 9, true);
        Bracket.SuccessiveHalving(new SuccessiveHalvingOptions(0, rungs), new Budget(trials)).Counts[0].Should().Be(candidates);
    }

    [Fact]
    public void Too_few_candidates_for_the_rungs_are_refused() =>
        Refusal("successive-halving", new { Candidates = 8, MaxEpochs = 9 }, Races.Setup(100)).Should().Be(
            "Strategy 'successive-halving' has 3 rungs, of which each takes one in 3 of the one below, and 8 candidates, of which none comes to the highest; give it at least 9, or raise minEpochs.");

    [Fact]
    public void A_race_that_the_budget_would_cut_short_is_refused()
    {
        Refusal("successive-halving", new { Candidates = 9, MaxEpochs = 9 }, Races.Setup(12)).Should().Be(
            "A race of 9 candidates by strategy 'successive-halving' has 13 trials, and the budget ends it after 12; write .Budget(trials: 13) or more, for those that fail, or fewer candidates.");
        Races.Of("successive-halving", new { Candidates = 9, MaxEpochs = 9 }, Races.Setup(13)).Should().NotBeNull();
    }

    [Fact]
    public void A_highest_rung_below_the_lowest_is_refused() =>
        Refusal("hyperband", new { MinEpochs = 4, MaxEpochs = 2 }, Races.Setup(100)).Should().Be(
            "Option 'minEpochs' is 4 and 'maxEpochs' 2; the highest rung must have at least as many epochs as the lowest.");

    [Fact]
    public void A_race_of_nobody_is_refused() =>
        Refusal("asha", null, Races.Setup(100) with { Inner = [] }).Should().Be(
            "Strategy 'asha' races what one other strategy proposes, and 0 are named; name one, as in: .Strategy(\"asha\", null, Part(\"random\", new { Unique = true })).");

    private static string Refusal(string id, object? options, StrategySetup setup) =>
        FluentActions.Invoking(() => Races.Of(id, options, setup)).Should().Throw<InputException>().Which.Message;

    private static IEnumerable<Architecture> Architectures(IEnumerable<Candidate> candidates) =>
        candidates.Select(candidate => Races.Trial(candidate).Architecture);
}
