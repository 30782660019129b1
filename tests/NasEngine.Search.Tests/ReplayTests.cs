using NasEngine.Contracts;

namespace NasEngine.Search.Tests;

public class ReplayTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Replaying_a_journal_makes_the_same_calls_and_ends_in_the_same_state(bool deterministic)
    {
        for (var run = 0UL; run < 20; run++)
        {
            var spec = Toy.Spec(deterministic: deterministic);
            var live = new ToyStrategy();
            var (state, journal) = Toy.Run(spec, live, RandomSource.For(run, 0, "arrivals"));
            var again = new ToyStrategy();

            var replayed = Replay.Run(new SearchState(spec), again, new ToySpace(), Toy.Objective, journal).State;
            replayed = Turn.Take(replayed, again, new ToySpace(), Toy.Objective).State;

            again.Calls.Should().Equal(live.Calls);
            replayed.ObservedCount.Should().Be(state.ObservedCount);
            replayed.Leaders.Should().Equal(state.Leaders);
        }
    }

    [Fact]
    public void A_journal_cut_anywhere_goes_on_to_the_same_end()
    {
        var spec = Toy.Spec();
        var (whole, journal) = Toy.Run(spec, new ToyStrategy(), RandomSource.For(3, 0, "arrivals"));
        foreach (var cut in Cuts(journal))
        {
            var strategy = new ToyStrategy();
            var state = Replay.Run(new SearchState(spec), strategy, new ToySpace(), Toy.Objective, journal.Take(cut)).State;
            state = Finish(state, strategy);

            state.Leaders.Should().Equal(whole.Leaders);
            state.Next.Should().Be(whole.Next);
        }
    }

    [Fact]
    public void A_strategy_that_proposes_otherwise_than_before_is_refused()
    {
        var spec = Toy.Spec();
        var (_, journal) = Toy.Run(spec, new ToyStrategy(), RandomSource.For(3, 0, "arrivals"));
        var other = new ToyStrategy { Instead = _ => new Trial(new Architecture("toy", [3, 2]), Fidelity.Full) };

        var act = () => Replay.Run(new SearchState(spec), other, new ToySpace(), Toy.Objective, journal);

        act.Should().Throw<StrategyFault>().WithMessage("*does not propose candidate*as it did before*");
    }

    /// <summary>A transaction ends after a turn's events, so a journal is only ever cut there.</summary>
    private static IEnumerable<int> Cuts(List<SearchEvent> journal) =>
        Enumerable.Range(1, journal.Count - 1).Where(i => journal[i] is Measured && journal[i - 1] is not Measured);

    private static SearchState Finish(SearchState state, ToyStrategy strategy)
    {
        while (true)
        {
            state = Turn.Take(state, strategy, new ToySpace(), Toy.Objective).State;
            var running = state.Unmeasured.ToArray();
            if (running.Length == 0)
            {
                return state;
            }

            state = running.Aggregate(state, (now, candidate) => now.Apply(new Measured(candidate.Number, Toy.Score(candidate.Number % 7))));
        }
    }
}
