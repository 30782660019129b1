using NasEngine.Contracts;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

/// <summary>A search that learns nothing has no winner, and says what is to be changed.</summary>
public sealed class FruitlessSearchTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Many_failures_in_a_row_end_a_search_and_more_may_be_allowed()
    {
        _workspace.Parts.Instead = candidate => candidate.Number is >= 5 and < 30 ? new Measurement().With("score", double.NaN) : null;

        var ended = await _workspace.RunAsync(ToyParts.Spec());
        var again = await _workspace.RunAsync(ToyParts.Spec());
        var trained = _workspace.Parts.Trained;
        _workspace.Settings = _workspace.Settings with { FailuresInARow = 26 };
        var allowed = await _workspace.RunAsync(ToyParts.Spec());

        ended.State.Failure.Should().Be(
            "20 trials in a row failed, the last since: Metric 'score' is NaN. Lower the learning rate or clip the gradients, in a search of "
            + "another name. A search that may fail more often in a row: --failures N.");
        again.State.Failure.Should().Be(ended.State.Failure);
        trained.Should().BeLessThan(35);
        allowed.State.Phase.Should().Be(SearchPhase.Completed);
        allowed.State.Failures.Kinds.Should().Equal(new Dictionary<FailureKind, long> { [FailureKind.NotANumber] = 25 });
    }

    [Fact]
    public async Task A_budget_of_virtual_seconds_that_nothing_counts_ends_a_search_with_what_to_change()
    {
        var spec = ToyParts.Spec(window: 1) with { Budget = new Budget(Budget.Unlimited) { VirtualSeconds = 10 } };

        var outcome = await _workspace.RunAsync(spec);

        outcome.State.Failure.Should().Be(
            "its budget counts 'virtual_seconds', and none of the first 20 measurements has that. Name a metric that they have, or give it a "
            + "budget of trials, steps or time, in a search of another name.");
        outcome.State.ObservedCount.Should().Be(20);
    }

    [Fact]
    public async Task A_search_that_stops_at_a_metric_that_nothing_has_ends_with_what_to_change()
    {
        var spec = ToyParts.Spec(window: 1) with { Budget = new Budget(60) { Goal = new Goal("nothing", 1, Direction.Maximize) } };

        var outcome = await _workspace.RunAsync(spec);

        outcome.State.Failure.Should().Be(
            "it stops at 'nothing', and none of the first 20 measurements has that. Name a metric that they have, or give it a budget of "
            + "trials, steps or time, in a search of another name.");
        outcome.State.ObservedCount.Should().Be(20);
    }

    [Fact]
    public async Task A_search_of_few_trials_that_stops_at_a_metric_that_nothing_has_says_so_at_its_end()
    {
        var spec = ToyParts.Spec(window: 1) with { Budget = new Budget(5) { Goal = new Goal("nothing", 1, Direction.Maximize) } };

        var outcome = await _workspace.RunAsync(spec);

        outcome.State.Phase.Should().Be(SearchPhase.Completed);
        _workspace.Observer.Notes.Should().Contain("No measurement has what search 'toy' was to end by: it stops at 'nothing'.");
    }

    [Fact]
    public async Task Failures_with_successes_between_them_are_counted_and_end_nothing()
    {
        _workspace.Parts.Instead = candidate => candidate.Number % 10 > 0 ? new Measurement().With("score", double.NaN) : null;

        var outcome = await _workspace.RunAsync(ToyParts.Spec(budget: 100));

        outcome.State.Phase.Should().Be(SearchPhase.Completed);
        outcome.State.Failures.Count.Should().Be(90);
    }

    [Theory]
    [InlineData(WorkKind.Trials, "trials")]
    [InlineData(WorkKind.SupernetSteps, "steps")]
    public async Task A_search_of_which_nothing_succeeded_has_no_winner(WorkKind kind, string work)
    {
        _workspace.Parts.Instead = _ => new Measurement().With("score", double.NaN);

        var outcome = await _workspace.RunAsync(ToyParts.Spec(kind, budget: 5));

        outcome.State.Finalists.Should().BeEmpty();
        outcome.State.Failure.Should().StartWith($"all its 5 {work} failed, the last since: Metric 'score' is NaN.");
    }

    [Theory]
    [InlineData(WorkKind.Trials, 0)]
    [InlineData(WorkKind.Trials, 17)]
    [InlineData(WorkKind.Trials, 37)]
    [InlineData(WorkKind.SupernetSteps, 0)]
    [InlineData(WorkKind.SupernetSteps, 17)]
    [InlineData(WorkKind.SupernetSteps, 37)]
    public async Task What_took_the_workers_mended_a_search_ends_as_if_nothing_had_been_lost(WorkKind kind, long from)
    {
        using var undisturbed = new Workspace();
        await undisturbed.RunAsync(ToyParts.Spec(kind));
        _workspace.Settings = _workspace.Settings with { FailuresInARow = 3, Attempts = 2, SnapshotEvery = 5, CheckpointPeriod = TimeSpan.Zero };
        Lose(from);

        var failed = await _workspace.RunAsync(ToyParts.Spec(kind));
        var twice = await _workspace.RunAsync(ToyParts.Spec(kind));
        _workspace.Parts.BeforeTraining = null;
        await _workspace.RunAsync(ToyParts.Spec(kind), stopAt: from + 1);
        await _workspace.RunAsync(ToyParts.Spec(kind));

        failed.State.Failure.Should().Contain("the last since: ").And.Contain("no memory").And.Contain("--job-memory").And.Contain("is tried again");
        twice.State.Failure.Should().Be(failed.State.Failure);
        _workspace.Story().Should().Be(undisturbed.Story());
        _workspace.Read().LostAttempts.Should().NotBeEmpty("what was lost stays in the journal");
    }

    private void Lose(long from) => _workspace.Parts.BeforeTraining = candidate =>
        _ = candidate.Number >= from ? throw new InvalidOperationException("no memory") : 0;
}
