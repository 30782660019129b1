using NasEngine.Pipeline.Tests.Toys;

namespace NasEngine.Pipeline.Tests;

/// <summary>A result is in the journal when it arrives, whatever the strategy does.</summary>
public sealed class ArrivalTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Results_that_arrive_while_the_strategy_thinks_are_in_the_journal_before_it_returns()
    {
        using var undisturbed = new Workspace();
        await undisturbed.RunAsync(ToyParts.Spec());
        using var thinking = new ManualResetEventSlim();
        var arrived = new TaskCompletionSource();
        _workspace.Observer.OnChanged = state => _ = state.Arrived.Length == 4 && arrived.TrySetResult();
        _workspace.Parts.OnPropose = context => _ = context.Number == 4 && !thinking.IsSet ? Wait(thinking) : 0;

        var running = _workspace.RunAsync(ToyParts.Spec());
        await arrived.Task.WaitAsync(TimeSpan.FromMinutes(1));
        var journaled = _workspace.Read().Candidates;
        thinking.Set();
        await running;

        journaled.Should().HaveCount(4).And.OnlyContain(entry => entry.Measurement != null);
        _workspace.Story().Should().Be(undisturbed.Story());
    }

    [Fact]
    public async Task Results_that_arrived_before_a_strategy_failed_are_there_when_it_is_mended()
    {
        using var undisturbed = new Workspace();
        await undisturbed.RunAsync(ToyParts.Spec());
        using var arrived = new ManualResetEventSlim();
        _workspace.Observer.OnChanged = state => _ = state.Arrived.Length == 4 ? Set(arrived) : 0;
        _workspace.Parts.OnPropose = context =>
        {
            if (context.Number == 4)
            {
                Wait(arrived);
                throw new InvalidOperationException("out of ideas");
            }
        };

        await _workspace.RunAsync(ToyParts.Spec());
        var trained = _workspace.Parts.Trained;
        _workspace.Parts.OnPropose = null;
        await _workspace.RunAsync(ToyParts.Spec());

        trained.Should().Be(4);
        _workspace.Parts.Trained.Should().Be(40, "nothing is trained twice");
        _workspace.Story().Should().Be(undisturbed.Story());
    }

    private static int Wait(ManualResetEventSlim until) =>
        until.Wait(TimeSpan.FromMinutes(1)) ? 0 : throw new TimeoutException();

    private static int Set(ManualResetEventSlim gate)
    {
        gate.Set();
        return 0;
    }
}
