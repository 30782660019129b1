using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

public sealed class StrategyFaultTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(300);

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_strategy_that_throws_stops_the_search_and_keeps_what_was_finished()
    {
        _workspace.Parts.OnPropose = context =>
        {
            if (context.Number == 20)
            {
                throw new InvalidOperationException("out of ideas");
            }
        };

        var outcome = await _workspace.RunAsync(ToyParts.Spec());

        outcome.State.Failure.Should().Be("Strategy 'trials' failed to propose candidate 20: out of ideas");
        _workspace.Read().Candidates.Count(entry => entry.Measurement is not null).Should().BeGreaterThan(15);
    }

    [Fact]
    public async Task A_search_that_failed_goes_on_when_its_strategy_is_mended()
    {
        using var undisturbed = new Workspace();
        await undisturbed.RunAsync(ToyParts.Spec());
        _workspace.Parts.OnPropose = context => _ = context.Number == 20 ? throw new InvalidOperationException("broken") : 0;
        await _workspace.RunAsync(ToyParts.Spec());
        _workspace.Parts.OnPropose = null;

        var outcome = await _workspace.RunAsync(ToyParts.Spec());

        outcome.State.Phase.Should().Be(SearchPhase.Completed);
        _workspace.Story().Should().Be(undisturbed.Story());
    }

    [Fact]
    public async Task A_strategy_that_never_returns_stops_the_search_with_a_sentence()
    {
        using var never = new ManualResetEventSlim();
        HangAt(8, never);

        var outcome = await _workspace.RunAsync(ToyParts.Spec());
        never.Set();

        outcome.State.Failure.Should().StartWith("Strategy 'trials' did not return within");
    }

    [Fact]
    public async Task A_strategy_that_never_returns_when_it_is_resumed_ends_the_run_with_a_sentence_and_can_be_mended()
    {
        using var undisturbed = new Workspace();
        await undisturbed.RunAsync(ToyParts.Spec());
        using var never = new ManualResetEventSlim();
        await _workspace.RunAsync(ToyParts.Spec(), stopAt: 28);
        var settings = _workspace.Settings;
        HangAt(null, never);

        var act = () => _workspace.RunAsync(ToyParts.Spec());

        await act.Should().ThrowAsync<StrategyFault>().WithMessage("Strategy 'trials' did not return within 0 seconds when it was brought to where the search had come.");
        never.Set();
        _workspace.Parts.OnPropose = null;
        _workspace.Settings = settings;
        await _workspace.RunAsync(ToyParts.Spec());
        _workspace.Story().Should().Be(undisturbed.Story());
    }

    [Fact]
    public async Task A_strategy_that_cannot_take_its_own_state_is_named()
    {
        _workspace.Settings = _workspace.Settings with { SnapshotEvery = 5 };
        await _workspace.RunAsync(ToyParts.Spec(), stopAt: 28);
        _workspace.Parts.OnRestore = () => throw new FormatException("what is this");

        var act = () => _workspace.RunAsync(ToyParts.Spec());

        await act.Should().ThrowAsync<StrategyFault>().WithMessage("Strategy 'trials' failed to restore what it saved: what is this");
    }

    private void HangAt(long? number, ManualResetEventSlim until)
    {
        _workspace.Settings = _workspace.Settings with { StrategyLimit = Limit };
        _workspace.Parts.OnPropose = context =>
        {
            if (number is null || context.Number == number)
            {
                until.Wait();
            }
        };
    }
}
