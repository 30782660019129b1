using NasEngine.Contracts;
using NasEngine.Pipeline.Tests.Toys;

namespace NasEngine.Pipeline.Tests;

public sealed class ClockTests
{
    [Theory]
    [InlineData(WorkKind.Trials)]
    [InlineData(WorkKind.SupernetSteps)]
    public async Task A_clock_that_jumps_changes_nothing(WorkKind kind)
    {
        using var undisturbed = new Workspace();
        await undisturbed.RunAsync(ToyParts.Spec(kind));
        using var workspace = new Workspace { Time = new JumpingClock() };
        await workspace.RunAsync(ToyParts.Spec(kind), stopAt: 20);

        await workspace.RunAsync(ToyParts.Spec(kind));

        workspace.Story().Should().Be(undisturbed.Story());
    }
}
