using NasEngine.Tests;
using static TorchSharp.torch;

namespace NasEngine.Networks.Tests;

public sealed class StopwatchesTests
{
    [Fact]
    public void What_a_thing_costs_because_others_came_between_is_not_timed()
    {
        var clock = new SteppedClock();
        var last = -1;
        Action Thing(int number, double milliseconds) => () =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(last == number ? milliseconds : 100));
            last = number;
        };

        var times = new Stopwatches(clock, CPU).Time([Thing(0, 1), Thing(1, 2)], rounds: 5);

        times.Should().Equal((1, 0), (2, 0));
    }
}
