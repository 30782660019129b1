using NasEngine.Contracts;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests.Following;

/// <summary>The state that is followed is the one that the running search has.</summary>
public sealed class StateFollowerTests : IDisposable
{
    private readonly Workspace _workspace = new();
    private SearchState? _last;

    public StateFollowerTests() => _workspace.Observer.OnChanged = state => _last = state;

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData(WorkKind.Trials, 2000)]
    [InlineData(WorkKind.Trials, 6)]
    [InlineData(WorkKind.SupernetSteps, 6)]
    public async Task From_a_snapshot_or_the_beginning_it_comes_to_the_state_of_the_search(WorkKind kind, int snapshots)
    {
        _workspace.Settings = _workspace.Settings with { SnapshotEvery = snapshots };
        _workspace.Parts.Instead = candidate => candidate.Number % 7 == 3 ? new Measurement().With("score", double.NaN) : null;
        var spec = ToyParts.Spec(kind) with { Final = new FinalSpec("toy", 2), Objective = new Objective("score", []).Against("macs") };
        await _workspace.RunAsync(spec, stopAt: 21);
        var follower = _workspace.State();
        follower.State!.Phase.Should().Be(SearchPhase.Searching);
        follower.State.Leaders.IsEmpty.Should().Be(kind == WorkKind.SupernetSteps);
        var seen = new List<SearchState>();

        await _workspace.RunAsync(spec);
        _workspace.State(follower, seen.Add);

        ShouldBe(follower.State, _last!);
        ShouldBe(_workspace.State().State!, _last!);
        follower.State.Phase.Should().Be(SearchPhase.Completed);
        seen.Should().NotBeEmpty().And.BeInAscendingOrder(state => state.ObservedCount);
        follower.Curve.Points.Should().HaveCount(_workspace.Read().Candidates.Count(entry => entry.Measurement is { Failure: null }));
    }

    [Fact]
    public async Task With_more_to_spend_a_search_that_failed_is_followed_with_that()
    {
        _workspace.Settings = _workspace.Settings with { Workers = 1, Attempts = 1, FailuresInARow = 3 };
        _workspace.Parts.BeforeTraining = candidate => _ = candidate.Number >= 12 ? throw new InvalidOperationException("lost") : 0;
        await _workspace.RunAsync(ToyParts.Spec(window: 1));
        var follower = _workspace.State();
        _workspace.Parts.BeforeTraining = null;

        await _workspace.RunAsync(ToyParts.Spec(window: 1, budget: 60));
        _workspace.State(follower);

        foreach (var state in new[] { follower.State!, _workspace.State().State! })
        {
            (state.Phase, state.ObservedCount, state.Failures.Count, state.Spec.Budget.Candidates)
                .Should().Be((SearchPhase.Completed, 60, 0, 60));
        }
    }

    [Fact]
    public async Task An_altered_event_is_noticed_while_it_is_followed()
    {
        await _workspace.RunAsync(ToyParts.Spec(), stopAt: 20);
        var follower = _workspace.State();
        await _workspace.RunAsync(ToyParts.Spec());
        _workspace.Execute("UPDATE events SET at = at + 1 WHERE kind = 'completed'");

        FluentActions.Invoking(() => _workspace.State(follower)).Should().Throw<InputException>().WithMessage("*is damaged*");
    }

    /// <summary>Events that were read when something failed, the choice of finalists among them, would be missing to those after them.</summary>
    [Fact]
    public async Task What_fails_in_the_middle_of_reading_is_no_gap_in_what_is_followed()
    {
        var spec = ToyParts.Spec() with { Final = new FinalSpec("toy", 2), Objective = new Objective("score", []).Against("macs") };
        await _workspace.RunAsync(spec, stopAt: 20);
        var (follower, watcher) = (_workspace.State(), _workspace.State());
        await _workspace.RunAsync(spec);
        _workspace.Execute("UPDATE events SET at = at + 1 WHERE kind = 'completed'");
        FluentActions.Invoking(() => _workspace.State(follower)).Should().Throw<InputException>().WithMessage("*is damaged*");
        _workspace.Execute("UPDATE events SET at = at - 1 WHERE kind = 'completed'");
        _workspace.State(follower);
        FluentActions.Invoking(() => _workspace.State(watcher, _ => throw new IOException("no screen"))).Should().Throw<IOException>();
        _workspace.State(watcher);

        ShouldBe(follower.State!, _last!);
        ShouldBe(watcher.State!, _last!);
    }

    [Fact]
    public async Task A_journal_that_was_cut_back_is_followed_from_its_new_end()
    {
        await _workspace.RunAsync(ToyParts.Spec());
        var follower = _workspace.State();
        _workspace.Execute("DELETE FROM snapshots; DELETE FROM events WHERE seq > (SELECT seq FROM events WHERE kind = 'measured' LIMIT 1 OFFSET 9)");

        _workspace.State(follower);

        follower.State!.ObservedCount.Should().Be(10);
    }

    [Fact]
    public async Task A_search_that_failed_and_went_on_is_as_if_it_had_not_failed()
    {
        _workspace.Settings = _workspace.Settings with { FailuresInARow = 3 };
        _workspace.Parts.BeforeTraining = candidate => _ = candidate.Number >= 20 ? throw new InvalidOperationException("out of memory") : 0;
        await _workspace.RunAsync(ToyParts.Spec());
        var follower = _workspace.State();
        follower.State!.Phase.Should().Be(SearchPhase.Failed);
        follower.State.Failure.Should().Contain("in a row");

        _workspace.Parts.BeforeTraining = null;
        await _workspace.RunAsync(ToyParts.Spec());
        _workspace.State(follower);

        ShouldBe(follower.State, _last!);
        follower.State.Phase.Should().Be(SearchPhase.Completed);
    }

    [Fact]
    public async Task The_rate_is_that_of_the_last_results()
    {
        await _workspace.RunAsync(ToyParts.Spec(), stopAt: 4);
        var follower = _workspace.State();
        await _workspace.RunAsync(ToyParts.Spec());
        _workspace.State(follower);

        var last = _workspace.Read().Candidates.Select(entry => entry.At!.Value).Order().TakeLast(30).ToArray();
        var seconds = (last[^1] - last[0]).TotalSeconds;
        follower.PerSecond.Should().Be(seconds > 0 ? 29 / seconds : null);
        follower.LastAt.Should().Be(last[^1]);
    }

    private static void ShouldBe(SearchState followed, SearchState state)
    {
        (followed.Phase, followed.Next, followed.ObservedCount, followed.Samples, followed.Spent, followed.IsSupernet, followed.Failure)
            .Should().Be((state.Phase, state.Next, state.ObservedCount, state.Samples, state.Spent, state.IsSupernet, state.Failure));
        followed.Leaders.Select(leader => leader with { Network = null }).Should().Equal(state.Leaders.Select(leader => leader with { Network = null }));
        followed.NonDominated.Should().Equal(state.NonDominated);
        followed.Finalists.Should().Equal(state.Finalists);
        followed.Failures.Count.Should().Be(state.Failures.Count);
        followed.Status.Should().Equal(state.Status);
    }
}
