using Akka.Pattern;

namespace Compat.Akka.Tests.Internals;

public sealed class BackoffDelayTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 8)]
    [InlineData(10, 60)]
    [InlineData(2000, 60)]
    public void The_pause_doubles_up_to_its_limit(int restarts, double seconds)
    {
        BackoffSupervisor.CalculateDelay(restarts, Second, 60 * Second, 0).Should().Be(seconds * Second);
        BackoffSupervisor.CalculateDelay(restarts, Second, 60 * Second, 0.5).Should().BeGreaterThanOrEqualTo(seconds * Second).And.BeLessThan(1.5 * seconds * Second);
    }
}
