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

        await _workspace.RunAsync(spec);
        _workspace.State(follower);

        ShouldBe(follower.State, _last!);
        ShouldBe(_workspace.State().State!, _last!);
        follower.State.Phase.Should().Be(SearchPhase.Completed);
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
        _workspace.Execute(
            "UPDATE events SET at = 250 * (SELECT count(*) FROM events e WHERE e.kind = 'measured' AND e.seq <= events.seq) WHERE kind = 'measured'");
        _workspace.State(follower);

        follower.PerSecond.Should().BeApproximately(4, 1e-12);
        follower.LastAt.Should().Be(DateTimeOffset.UnixEpoch.AddSeconds(10), "it is the fortieth, a quarter of a second after another");
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
