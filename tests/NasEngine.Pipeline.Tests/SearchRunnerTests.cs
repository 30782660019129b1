using NasEngine.Contracts;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

public sealed class SearchRunnerTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_search_measures_its_whole_budget_and_ranks_what_it_found()
    {
        var outcome = await _workspace.RunAsync(ToyParts.Spec());

        outcome.State.Phase.Should().Be(SearchPhase.Completed);
        outcome.State.ObservedCount.Should().Be(40);
        outcome.State.Leaders[0].Score.Should().Be(Enumerable.Range(0, 40).Max(number => number * 7919 % 101));
        _workspace.Read().Candidates.Should().HaveCount(40).And.OnlyContain(entry => entry.Measurement!.Metrics["macs"] >= 0);
    }

    [Theory]
    [InlineData(WorkKind.Trials)]
    [InlineData(WorkKind.SupernetSteps)]
    public async Task Stopped_and_resumed_many_times_a_search_ends_as_one_never_stopped(WorkKind kind)
    {
        using var undisturbed = new Workspace();
        await undisturbed.RunAsync(ToyParts.Spec(kind));
        foreach (var at in new long[] { 1, 8, 15, 22, 34 })
        {
            var outcome = await _workspace.RunAsync(ToyParts.Spec(kind), stopAt: at);
            outcome.Interrupted.Should().BeTrue();
        }

        await _workspace.RunAsync(ToyParts.Spec(kind));

        _workspace.Story().Should().Be(undisturbed.Story());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task The_number_of_workers_changes_nothing_of_what_a_deterministic_search_finds(int workers)
    {
        using var other = new Workspace();
        await other.RunAsync(ToyParts.Spec());
        _workspace.Settings = _workspace.Settings with { Workers = workers };

        await _workspace.RunAsync(ToyParts.Spec());

        _workspace.Story().Should().Be(other.Story());
    }

    [Fact]
    public async Task A_metric_that_none_of_the_first_trials_has_ends_the_search()
    {
        _workspace.Parts.BeforeTraining = candidate =>
        {
            if (candidate.Number == 0)
            {
                throw new InvalidOperationException("a trial that failed says nothing of metrics");
            }
        };

        var outcome = await _workspace.RunAsync(ToyParts.Spec() with { Objective = new Objective("score", []).Under("energy", 4) });

        outcome.State.Failure.Should().Be("Objective 'score' needs energy, which estimator 'toy' does not measure; it measures activation_bytes, macs, params, score, weight_bytes.");
        _workspace.Read().Candidates.Should().HaveCountLessThan(RunRules.UnscoredAtMost + 10);
    }

    [Fact]
    public async Task First_trials_without_the_metric_of_the_objective_do_not_end_a_search_whose_later_trials_have_it()
    {
        _workspace.Parts.Instead = candidate => candidate.Number < 5 ? new Measurement().With("other", 1) : null;

        var outcome = await _workspace.RunAsync(ToyParts.Spec());

        outcome.State.Phase.Should().Be(SearchPhase.Completed);
        outcome.State.Leaders.Should().OnlyContain(leader => leader.Number >= 5);
        _workspace.Read().Candidates.Should().HaveCount(40);
    }

    [Fact]
    public async Task A_completed_search_is_not_run_again()
    {
        await _workspace.RunAsync(ToyParts.Spec());
        var trained = _workspace.Parts.Trained;

        var again = await _workspace.RunAsync(ToyParts.Spec());

        again.State.Phase.Should().Be(SearchPhase.Completed);
        _workspace.Parts.Trained.Should().Be(trained);
    }

    [Fact]
    public async Task A_changed_definition_under_the_same_name_is_refused_with_the_difference()
    {
        await _workspace.RunAsync(ToyParts.Spec());

        var act = () => _workspace.RunAsync(ToyParts.Spec() with { Seed = 6, Budget = new Budget(50) });

        await act.Should().ThrowAsync<InputException>().WithMessage("*'toy' with another definition (budget: 40 → 50; seed: 5 → 6)*");
    }

    [Fact]
    public async Task A_worker_that_is_lost_now_and_then_changes_nothing()
    {
        using var undisturbed = new Workspace();
        await undisturbed.RunAsync(ToyParts.Spec(WorkKind.SupernetSteps));
        var failed = new HashSet<long>();
        _workspace.Parts.BeforeTraining = candidate =>
        {
            if (candidate.Number % 7 == 3 && failed.Add(candidate.Number))
            {
                throw new InvalidOperationException("lost");
            }
        };

        await _workspace.RunAsync(ToyParts.Spec(WorkKind.SupernetSteps));

        _workspace.Story().Should().Be(undisturbed.Story());
        _workspace.Read().LostAttempts.Should().HaveCount(6);
    }

    [Fact]
    public async Task A_candidate_that_fails_every_time_is_poisoned_and_the_search_goes_on()
    {
        _workspace.Parts.BeforeTraining = candidate =>
        {
            if (candidate.Number == 12)
            {
                throw new InvalidOperationException("cannot be");
            }
        };

        var outcome = await _workspace.RunAsync(ToyParts.Spec());

        outcome.State.Phase.Should().Be(SearchPhase.Completed);
        var entry = _workspace.Read().Candidates[12];
        entry.Measurement!.Failure.Should().Be(new Failure(
            FailureKind.Poisoned, "3 attempts failed."));
        _workspace.Read().LostAttempts.Select(lost => lost.Attempt).Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task Metrics_that_are_not_numbers_become_failures_that_the_strategy_sees()
    {
        _workspace.Parts.Instead = candidate => candidate.Number == 5 ? new Measurement().With("score", double.NaN) : null;

        await _workspace.RunAsync(ToyParts.Spec());

        _workspace.Read().Candidates[5].Measurement!.Failure!.Kind.Should().Be(FailureKind.NotANumber);
    }

    [Fact]
    public async Task Snapshots_carry_a_search_over_a_restart()
    {
        using var undisturbed = new Workspace();
        await undisturbed.RunAsync(ToyParts.Spec());
        _workspace.Settings = _workspace.Settings with { SnapshotEvery = 5 };
        await _workspace.RunAsync(ToyParts.Spec(), stopAt: 23);

        await _workspace.RunAsync(ToyParts.Spec());

        _workspace.Story().Should().Be(undisturbed.Story());
    }

    [Fact]
    public async Task A_damaged_checkpoint_falls_back_to_the_one_before_and_says_so()
    {
        using var undisturbed = new Workspace();
        await undisturbed.RunAsync(ToyParts.Spec(WorkKind.SupernetSteps));
        _workspace.Settings = _workspace.Settings with { CheckpointPeriod = TimeSpan.Zero };
        await _workspace.RunAsync(ToyParts.Spec(WorkKind.SupernetSteps), stopAt: 20);
        var newest = Directory.GetFiles(Path.Combine(_workspace.Folder, "checkpoints", "toy")).Order(StringComparer.Ordinal).Last();
        await File.WriteAllBytesAsync(newest, [1, 2, 3]);

        await _workspace.RunAsync(ToyParts.Spec(WorkKind.SupernetSteps));

        _workspace.Observer.Notes.Should().Contain(note => note.Contains(Path.GetFileName(newest)) && note.Contains("the one before"));
        _workspace.Story().Should().Be(undisturbed.Story());
    }
}
