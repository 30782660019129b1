using NasEngine.Contracts;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

/// <summary>Wall time ends a search, counted over its runs.</summary>
public sealed class WallTimeTests : IDisposable
{
    private readonly SteppedClock _clock = new();
    private readonly Workspace _workspace;

    public WallTimeTests()
    {
        _workspace = new Workspace { Time = _clock };
        _workspace.Parts.BeforeTraining = _ => _clock.Advance(TimeSpan.FromMinutes(1));
        _workspace.Settings = _workspace.Settings with { Workers = 1, CheckpointPeriod = TimeSpan.FromDays(9) };
    }

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData(WorkKind.Trials)]
    [InlineData(WorkKind.SupernetSteps)]
    public async Task A_search_ends_when_its_time_has_passed(WorkKind kind)
    {
        var outcome = await _workspace.RunAsync(Spec(kind, minutes: 10));

        outcome.State.Phase.Should().Be(SearchPhase.Completed);
        _workspace.Read().Candidates.Count.Should().BeInRange(10, 15);
        _workspace.Read().Candidates.Should().OnlyContain(entry => entry.Measurement != null);
    }

    [Fact]
    public async Task The_time_of_earlier_runs_counts()
    {
        await _workspace.RunAsync(Spec(WorkKind.Trials, minutes: 10), stopAt: 6);

        await _workspace.RunAsync(Spec(WorkKind.Trials, minutes: 10));

        _workspace.Read().Header.State.Should().Be("completed");
        _workspace.Read().Candidates.Count.Should().BeInRange(10, 16);
    }

    [Fact]
    public async Task A_search_that_ended_by_time_is_where_it_was_when_it_is_asked_for_again()
    {
        await _workspace.RunAsync(Spec(WorkKind.Trials, minutes: 10));
        var story = _workspace.Story();

        await _workspace.RunAsync(Spec(WorkKind.Trials, minutes: 10));

        _workspace.Story().Should().Be(story);
    }

    private static SearchSpec Spec(WorkKind kind, int minutes) =>
        ToyParts.Spec(kind) with { Budget = new Budget(Budget.Unlimited) { Time = TimeSpan.FromMinutes(minutes) } };
}
