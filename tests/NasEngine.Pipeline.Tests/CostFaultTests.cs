using NasEngine.Pipeline.Tests.Toys;

namespace NasEngine.Pipeline.Tests;

/// <summary>Costs are a plugin's: counted beside the actors, within a limit.</summary>
public sealed class CostFaultTests : IDisposable
{
    private readonly Workspace _workspace = new();
    private readonly ManualResetEventSlim _never = new();

    public void Dispose()
    {
        _never.Set();
        _workspace.Dispose();
        _never.Dispose();
    }

    [Fact]
    public async Task A_space_that_fails_to_count_is_named()
    {
        _workspace.Parts.OnCost = () => throw new InvalidOperationException("no such layer");

        var outcome = await _workspace.RunAsync(ToyParts.Spec());

        outcome.State.Failure.Should().Match("Space 'toy' failed to tell the cost of candidate *: no such layer");
    }

    [Fact]
    public async Task A_space_that_never_ends_counting_is_named_and_nothing_hangs()
    {
        _workspace.Settings = _workspace.Settings with { StrategyLimit = TimeSpan.FromMilliseconds(300) };
        _workspace.Parts.OnCost = () => _ = _never.Wait(TimeSpan.FromMinutes(5));

        var outcome = await _workspace.RunAsync(ToyParts.Spec());

        outcome.State.Failure.Should().Match("Space 'toy' did not tell the cost of candidate * within 0 seconds.");
    }
}
