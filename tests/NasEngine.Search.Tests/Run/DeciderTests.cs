using NasEngine.Contracts;

namespace NasEngine.Search.Tests;

/// <summary>Random interleavings of all that can happen to small searches.</summary>
public class DeciderTests
{
    private const int Walks = 4_000;

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void Whatever_comes_in_whatever_order_every_result_is_observed_once_and_a_replay_comes_to_the_same(bool deterministic, bool stateful) =>
        Parallel.For(0, Walks, walk =>
        {
            var chance = RandomSource.For((ulong)walk, 0, "walk");
            var spec = Spec(chance, deterministic, stateful);
            var world = new World(spec, Harsh(chance, stateful), chance).ToTheEnd();

            var state = world.Run.State;
            world.Journal.OfType<Measured>().Select(measured => measured.Number).Should().OnlyHaveUniqueItems();
            if (state.Phase == SearchPhase.Failed)
            {
                return;
            }

            state.Finalists.Should().Contain(finalist => finalist.Measurement!.Failure == null);
            world.Calls.Where(IsObservation).Should().OnlyHaveUniqueItems().And.HaveCount((int)spec.Budget.Candidates);
            world.Journal.OfType<Measured>().Should().HaveCount((int)spec.Budget.Candidates);
            var again = new ToyStrategy();
            var replayed = Replay.Run(new SearchState(spec), again, new ToySpace(), Toy.Objective, world.Journal).State;
            Same(replayed, state);
            if (deterministic)
            {
                again.Calls.Where(IsObservation).Should().Equal(world.Calls.Where(IsObservation));
            }
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_deterministic_search_ends_alike_through_losses_swaps_stops_and_deaths(bool stateful) => Parallel.For(0, Walks, walk =>
    {
        var chance = RandomSource.For((ulong)walk, 1, "walk");
        var spec = Spec(chance, deterministic: true, stateful);
        var calm = new Weather { Slots = 1, Stateful = stateful, LossesPerHundred = 0, Crashes = 0, Stops = 0, Swaps = 0 };
        var expected = new World(spec, calm, RandomSource.For(0, 0, "calm")).ToTheEnd();

        var world = new World(spec, Harsh(chance, stateful) with { Attempts = 100, Crashes = 3, Stops = 2 }, chance).ToTheEnd();

        world.Run.State.Phase.Should().Be(SearchPhase.Completed);
        world.Run.State.IsPaused.Should().BeFalse();
        Trials(world).Should().Equal(Trials(expected));
        Same(world.Run.State, expected.Run.State);
    });

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void Wall_time_ends_a_search_once_and_all_resumes_keep_to_what_the_journal_says(bool deterministic, bool stateful) =>
        Parallel.For(0, Walks, walk =>
        {
            var chance = RandomSource.For((ulong)walk, 2, "walk");
            var spec = Spec(chance, deterministic, stateful) with { Budget = new Budget(12) { Time = TimeSpan.FromHours(1) } };
            var world = new World(spec, Harsh(chance, stateful) with { TimePasses = true }, chance).ToTheEnd();

            var journal = world.Journal.ToList();
            if (journal.FindIndex(happened => happened is TimeSpent) is >= 0 and var end)
            {
                journal.Skip(end + 1).Should().NotContain(happened => happened is Proposed || happened is TimeSpent);
            }

            if (world.Run.State.Phase == SearchPhase.Failed)
            {
                return;
            }

            world.Calls.Where(IsObservation).Should().HaveCount(journal.OfType<Proposed>().Count());
            Same(Replay.Run(new SearchState(spec), new ToyStrategy(), new ToySpace(), Toy.Objective, journal).State, world.Run.State);
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_deterministic_search_that_gets_more_to_spend_ends_as_one_that_had_it_from_the_start(bool stateful) =>
        Parallel.For(0, Walks, walk =>
        {
            var chance = RandomSource.For((ulong)walk, 3, "walk");
            var spec = Spec(chance, deterministic: true, stateful);
            var larger = spec with { Budget = new Budget(spec.Budget.Candidates + 1 + chance.NextInt(6)) };
            var calm = new Weather { Slots = 1, Stateful = stateful, LossesPerHundred = 0, Crashes = 0, Stops = 0, Swaps = 0 };
            var expected = new World(larger, calm, RandomSource.For(0, 0, "calm")).ToTheEnd();
            var weather = Harsh(chance, stateful) with { Attempts = 100, Crashes = 2, Stops = 1 };
            var first = new World(spec, weather, chance).ToTheEnd();
            first.Run.State.Phase.Should().Be(SearchPhase.Completed);

            var world = new World(larger, weather, chance, [.. first.Journal, new Redefined(larger, [])]).ToTheEnd();

            world.Run.State.Phase.Should().Be(SearchPhase.Completed);
            Trials(world).Should().Equal(Trials(expected));
            Same(world.Run.State, expected.Run.State);
        });

    private static IEnumerable<Candidate> Trials(World world) =>
        world.Journal.OfType<Proposed>().Select(proposed => proposed.Candidate).OrderBy(candidate => candidate.Number);

    private static bool IsObservation(string call) => call.StartsWith("observe", StringComparison.Ordinal);

    private static SearchSpec Spec(RandomSource chance, bool deterministic, bool stateful) =>
        Toy.Spec(stateful ? 1 : 1 + chance.NextInt(3), 1 + chance.NextInt(5), deterministic) with
        {
            Final = chance.NextInt(2) == 0 ? null : new FinalSpec("toy", 1 + chance.NextInt(2)),
        };

    private static Weather Harsh(RandomSource chance, bool stateful) => new()
    {
        Slots = stateful ? 1 : 1 + chance.NextInt(3),
        Stateful = stateful,
        Attempts = 1 + chance.NextInt(3),
        LossesPerHundred = chance.NextInt(30),
        WaitsPerHundred = chance.NextInt(60),
        Crashes = chance.NextInt(3),
        Stops = chance.NextInt(2),
        Swaps = chance.NextInt(3),
        Pauses = chance.NextInt(3),
    };

    private static void Same(SearchState one, SearchState other)
    {
        one.Next.Should().Be(other.Next);
        one.ObservedCount.Should().Be(other.ObservedCount);
        one.Leaders.Should().Equal(other.Leaders);
        one.NonDominated.Should().Equal(other.NonDominated);
        one.Pending.Should().Equal(other.Pending);
        one.Arrived.Should().Equal(other.Arrived);
        one.Finalists.Should().Equal(other.Finalists);
    }
}
