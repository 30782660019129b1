using System.Collections.Concurrent;
using NasEngine.Contracts;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

/// <summary>Winners that are trained from several seeds each.</summary>
public sealed class SeedsOfWinnersTests : IDisposable
{
    private const long First = 40;
    private const long Seed = 1L << 32;

    private readonly Workspace _workspace = new();
    private readonly Workspace _undisturbed = new();

    public SeedsOfWinnersTests() => _workspace.Parts.Instead = _undisturbed.Parts.Instead = Score;

    public void Dispose()
    {
        _workspace.Dispose();
        _undisturbed.Dispose();
    }

    [Fact]
    public async Task The_mean_ranks_them_and_the_network_of_the_first_seed_is_kept()
    {
        var exported = 0;
        _workspace.Parts.BeforeExport = () => Interlocked.Increment(ref exported);

        var outcome = await _workspace.RunAsync(Spec(count: 2, seeds: 3));

        exported.Should().Be(2, "each winner's network is written once");
        _workspace.Parts.Trained.Should().Be(46);
        outcome.State.Finalists.Select(finalist => finalist.Chosen).Should().Equal([1, 0], "the second is better in the mean, though not by its first seed");
        outcome.State.Finalists.Select(finalist => finalist.Measurement!.Metrics["score"]).Should().Equal(6, 5);
        outcome.State.Finalists.Select(finalist => finalist.Deviations["score"]).Should().Equal(3, 0.5);
        _workspace.Read().Finalists.Should().Equal(outcome.State.Finalists, "the journal says the same");
    }

    [Fact]
    public async Task A_search_that_stops_between_seeds_ends_as_one_that_did_not()
    {
        var expected = await _undisturbed.RunAsync(Spec(count: 2, seeds: 3));
        var trained = new ConcurrentBag<long>();
        _workspace.Parts.BeforeTraining = candidate => trained.Add(candidate.Number);
        long[] measured = [];

        foreach (var stopAt in new long?[] { First + Seed, First + 1, null })
        {
            trained.Clear();
            var outcome = await _workspace.RunAsync(Spec(count: 2, seeds: 3), stopAt);

            outcome.Interrupted.Should().Be(stopAt is not null);
            trained.Should().NotIntersectWith(measured, "what is measured is not trained again");
            measured = [.. Numbers(outcome)];
        }

        measured.Should().HaveCount(46);
        _workspace.Read().Finalists.Should().Equal(expected.State.Finalists);
    }

    [Fact]
    public async Task More_seeds_and_more_winners_are_added_to_what_is_trained()
    {
        var expected = await _undisturbed.RunAsync(Spec(count: 2, seeds: 3));

        await _workspace.RunAsync(Spec(count: 1, seeds: 1));
        await _workspace.RunAsync(Spec(count: 1, seeds: 3));
        var outcome = await _workspace.RunAsync(Spec(count: 2, seeds: 3));

        _workspace.Parts.Trained.Should().Be(46);
        outcome.State.Finalists.Should().Equal(expected.State.Finalists);
    }

    [Fact]
    public async Task A_seed_that_is_lost_too_often_is_done_without_and_that_is_said()
    {
        _workspace.Parts.BeforeTraining = candidate => _ = candidate.Number == First + Seed ? throw new InvalidOperationException("lost") : 0;

        var outcome = await _workspace.RunAsync(Spec(count: 1, seeds: 3));

        outcome.State.Phase.Should().Be(SearchPhase.Completed);
        outcome.State.Finalists[0].Measurement!.Metrics["score"].Should().Be(5.25);
        _workspace.Observer.Notes.Should().Contain(
            "Finalist 1 could not be trained from seed 2: 3 attempts failed. Its metrics are the means of the other seeds.");
    }

    [Fact]
    public void As_many_seeds_as_there_cannot_be_are_refused() => _workspace
        .Invoking(one => one.RunAsync(Spec(count: 1, seeds: 0)).GetAwaiter().GetResult()).Should().Throw<InputException>()
        .WithMessage("The number of seeds of a winner of search 'toy' is 0; it must be at least 1.");

    /// <summary>Numbers of the candidates that were measured: trials, and winners from each of their seeds.</summary>
    private static IEnumerable<long> Numbers(SearchOutcome outcome) =>
        Enumerable.Range(0, (int)outcome.State.ObservedCount).Select(number => (long)number).Concat(
            outcome.State.Finalists.SelectMany(finalist => finalist.Seeds.Keys.Select(seed => outcome.State.FinalNumber(finalist.Chosen, seed))));

    /// <summary>The first winner has 5, 4.5 and 5.5; the second 3, 6 and 9.</summary>
    private static Measurement? Score(Candidate candidate) => candidate.Number < First ? null : new Measurement().With(
        "score", (candidate.Number % Seed, candidate.Number / Seed) switch
        {
            (First, 0) => 5,
            (First, 1) => 4.5,
            (First, _) => 5.5,
            (_, var seed) => 3 * (seed + 1),
        });

    private static SearchSpec Spec(int count, int seeds) =>
        ToyParts.Spec(budget: First) with { Final = new FinalSpec("toy", count) { Seeds = seeds } };
}
