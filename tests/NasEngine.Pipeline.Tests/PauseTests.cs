using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

/// <summary>A search that is paused, and goes on.</summary>
public sealed class PauseTests : IDisposable
{
    private readonly SteppedClock _clock = new();
    private readonly Workspace _workspace;
    private bool _asked;

    public PauseTests() => _workspace = new Workspace { Time = _clock };

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData(WorkKind.Trials)]
    [InlineData(WorkKind.SupernetSteps)]
    public async Task In_a_pause_nothing_begins_and_afterwards_the_search_ends_as_one_that_had_none(WorkKind kind)
    {
        using var undisturbed = new Workspace();
        await undisturbed.RunAsync(ToyParts.Spec(kind));
        PauseAt(10, resume: true);

        await _workspace.RunAsync(ToyParts.Spec(kind));

        _workspace.Story().Should().Be(undisturbed.Story());
        var events = Events();
        var (from, to) = (events.FindIndex(happened => happened is Paused), events.FindIndex(happened => happened is Resumed));
        from.Should().BePositive();
        var paused = events[from..to];
        var proposed = paused.OfType<Proposed>().Select(one => one.Candidate.Number).ToArray();
        paused.OfType<Measured>().Select(one => one.Number).Should().NotIntersectWith(proposed, "what a turn in flight proposes waits for its end");
        paused.SkipWhile(one => one is not Proposed).SkipWhile(one => one is Proposed or Observed).OfType<Proposed>()
            .Should().BeEmpty("no other turn begins");
    }

    [Fact]
    public async Task A_pause_takes_nothing_of_the_wall_time()
    {
        _workspace.Parts.BeforeTraining = _ => _clock.Advance(TimeSpan.FromMinutes(1));
        _workspace.Settings = _workspace.Settings with { Workers = 1, CheckpointPeriod = TimeSpan.FromDays(9) };
        PauseAt(3, resume: true, pause: TimeSpan.FromMinutes(8));

        await _workspace.RunAsync(ToyParts.Spec(window: 1) with { Budget = new Budget(Budget.Unlimited) { Time = TimeSpan.FromMinutes(10) } });

        _workspace.Read().Candidates.Count.Should().BeInRange(9, 14);
    }

    [Fact]
    public async Task A_search_that_was_stopped_in_a_pause_goes_on_when_it_is_resumed_and_its_journal_says_both()
    {
        using var undisturbed = new Workspace();
        await undisturbed.RunAsync(ToyParts.Spec());
        using var stop = new CancellationTokenSource();
        PauseAt(10, resume: false, stop);
        var runner = _workspace.Runner();
        var prepared = PreparedSearch.From(ToyParts.Spec(), _workspace.Parts);
        (await runner.RunAsync(prepared, new SearchOrigin("test", "cpu", null, [], null), stop.Token)).Interrupted.Should().BeTrue();
        _workspace.Read().Header.State.Should().Be("paused");

        await _workspace.RunAsync(ToyParts.Spec());

        _workspace.Story().Should().Be(undisturbed.Story());
        Events().Where(happened => happened is Paused or Resumed).Should().Equal(new Paused(), new Resumed());
    }

    private void PauseAt(long observed, bool resume, CancellationTokenSource? stop = null, TimeSpan pause = default) =>
        _workspace.Observer.OnChanged = state =>
        {
            if (!_asked && state.ObservedCount >= observed)
            {
                _asked = true;
                _workspace.Swaps.Pause().Should().BeTrue();
            }

            if (state.IsPaused)
            {
                _clock.Freeze(pause);
                pause = default;
                stop?.Cancel();
                _ = resume && _workspace.Swaps.Resume();
            }
        };

    private List<SearchEvent> Events()
    {
        using var journal = SearchJournal.OpenToRead(_workspace.Folder)!;
        return [.. new EventReader(journal, journal.Find("toy")!).Read().Select(one => one.Event)];
    }
}
