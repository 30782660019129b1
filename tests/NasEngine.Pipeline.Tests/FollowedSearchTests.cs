using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

/// <summary>Who looks on from outside sees what the search itself is.</summary>
public sealed class FollowedSearchTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData(WorkKind.Trials, 2000)]
    [InlineData(WorkKind.Trials, 5)]
    [InlineData(WorkKind.SupernetSteps, 2000)]
    [InlineData(WorkKind.SupernetSteps, 5)]
    public async Task At_the_end_the_state_is_that_of_the_search_wherever_the_follower_began(WorkKind kind, int snapshotEvery)
    {
        _workspace.Settings = _workspace.Settings with { SnapshotEvery = snapshotEvery };
        _workspace.Parts.Instead = candidate => candidate.Number < 40 && candidate.Number % 9 == 4 ? new Measurement().With("score", double.NaN) : null;
        var spec = ToyParts.Spec(kind) with { Final = new FinalSpec("toy", 2), Objective = new Objective("score", []).Against("macs") };
        SearchState? last = null;
        _workspace.Observer.OnChanged = state => last = state;
        await _workspace.RunAsync(spec, stopAt: 20);
        using var journal = SearchJournal.OpenToRead(_workspace.Folder)!;
        var early = Follow(journal);
        early.State.Phase.Should().Be(SearchPhase.Searching);
        var seen = new List<SearchState>();

        await _workspace.RunAsync(spec);
        early.Look(seen.Add).Should().BeTrue();
        early.Look(_ => { }).Should().BeFalse("there is nothing new");

        foreach (var state in new[] { early.State, Follow(journal).State })
        {
            state.Phase.Should().Be(SearchPhase.Completed);
            state.ObservedCount.Should().Be(last!.ObservedCount);
            state.Leaders.Should().Equal(last.Leaders);
            state.NonDominated.Should().Equal(last.NonDominated);
            state.Failures.Count.Should().Be(last.Failures.Count);
            state.Finalists.Should().Equal(last.Finalists);
            state.Status.Should().Equal(last.Status);
        }

        seen.Should().NotBeEmpty().And.BeInAscendingOrder(state => state.ObservedCount);
        early.Header.State.Should().Be("completed");
        early.Curve.Points.Should().HaveCount(_workspace.Read().Candidates.Count(entry => entry.Measurement is { Failure: null }));
    }

    [Fact]
    public async Task What_a_search_takes_back_is_taken_back_by_who_follows_it()
    {
        _workspace.Settings = _workspace.Settings with { Workers = 1, Attempts = 1, FailuresInARow = 3 };
        _workspace.Parts.BeforeTraining = candidate => _ = candidate.Number >= 12 ? throw new InvalidOperationException("lost") : 0;
        await _workspace.RunAsync(ToyParts.Spec(window: 1));
        using var journal = SearchJournal.OpenToRead(_workspace.Folder)!;
        var follower = Follow(journal);
        follower.State.Phase.Should().Be(SearchPhase.Failed);
        _workspace.Parts.BeforeTraining = null;

        await _workspace.RunAsync(ToyParts.Spec(window: 1, budget: 60));
        follower.Look(_ => { });

        foreach (var state in new[] { follower.State, Follow(journal).State })
        {
            (state.Phase, state.ObservedCount, state.Failures.Count, state.Spec.Budget.Candidates)
                .Should().Be((SearchPhase.Completed, 60, 0, 60));
        }
    }

    [Fact]
    public async Task An_altered_event_is_noticed_while_it_is_followed()
    {
        await _workspace.RunAsync(ToyParts.Spec(), stopAt: 20);
        using var journal = SearchJournal.OpenToRead(_workspace.Folder)!;
        var follower = Follow(journal);
        await _workspace.RunAsync(ToyParts.Spec());
        _workspace.Execute("UPDATE events SET at = at + 1 WHERE kind = 'completed'");

        FluentActions.Invoking(() => follower.Look(_ => { })).Should().Throw<InputException>().WithMessage("*is damaged*");
    }

    [Fact]
    public void A_curve_keeps_the_means_of_what_it_has_no_room_for()
    {
        var curve = new ObjectiveCurve();
        for (var value = 0; value < 1000; value++)
        {
            curve.Add(value);
        }

        curve.Add(double.NaN);
        curve.Points.Should().HaveCountLessThanOrEqualTo(ObjectiveCurve.Most).And.BeInAscendingOrder();
        curve.Points[0].Should().Be(1.5, "four values are a point");
        curve.Points.Should().HaveCount(250);
    }

    private static FollowedSearch Follow(SearchJournal journal)
    {
        var header = journal.Find("toy")!;
        return new FollowedSearch(journal, header, (Objective)header.Spec.Objective, new ToySpace());
    }
}
