using NasEngine.Tests;
using static TorchSharp.torch;

namespace NasEngine.Networks.Tests;

public sealed class StopwatchesTests
{
    private readonly SteppedClock _clock = new();
    private int _last = -1;

    [Fact]
    public void What_a_thing_costs_because_others_came_between_is_not_timed()
    {
        var times = new Stopwatches(_clock, CPU).Time([Thing(0, 1), Thing(1, 2)], TimedRounds.Of(5));

        times.Should().Equal((1, 0), (2, 0));
    }

    [Fact]
    public void What_a_part_of_a_whole_costs_because_others_came_between_is_timed()
    {
        var times = new Stopwatches(_clock, CPU).TimeInTurns([Thing(0, 1), Thing(1, 2), Thing(2, 3)], TimedRounds.Of(5));

        times.Should().Equal((101, 0), (102, 0), (103, 0));
    }

    [Fact]
    public void Short_parts_go_round_several_times_and_the_mean_of_a_round_counts()
    {
        var runs = 0;
        Action short_ = () => _clock.Advance(TimeSpan.FromMilliseconds(++runs % 2 == 0 ? 0.2 : 0.1));

        var times = new Stopwatches(_clock, CPU).TimeInTurns([short_], TimedRounds.Of(4));

        times.Single().Median.Should().BeApproximately(0.15, 1e-9);
        runs.Should().Be(3 + 1 + (4 * 2), "three to warm up, one to see how long it takes, and twice a round");
    }

    [Theory]
    [InlineData(1, 0.01, 63)]
    [InlineData(4, 0.5, 6)]
    [InlineData(4, 5, 0)]
    [InlineData(64, 0.01, 0)]
    public void Few_parts_are_joined_by_others_until_these_are_many_or_take_long(int parts, double milliseconds, int more) =>
        new Stopwatches(_clock, CPU).Missing([.. Enumerable.Repeat(() => _clock.Advance(TimeSpan.FromMilliseconds(milliseconds)), parts)])
            .Should().Be(more);

    [Fact]
    public void Rounds_go_on_while_there_is_time_and_a_disturbed_one_does_not_count()
    {
        var runs = 0;
        Action once = () => _clock.Advance(TimeSpan.FromSeconds(++runs == 6 ? 9 : 1));

        var done = 0;
        var times = new Stopwatches(_clock, CPU).Time([once], new TimedRounds(2, 100, TimeSpan.FromSeconds(20)), after: round => done = round);

        times.Should().Equal((1000, 0));
        done.Should().Be(6, "a round is of two runs, and the first one takes ten seconds");
        new TimedRounds(2, 3, TimeSpan.MaxValue).GoOn(3, TimeSpan.Zero).Should().BeFalse();
        new TimedRounds(2, 3, TimeSpan.FromSeconds(1)).GoOn(1, TimeSpan.FromHours(1)).Should().BeTrue();
    }

    private Action Thing(int number, double milliseconds) => () =>
    {
        _clock.Advance(TimeSpan.FromMilliseconds(_last == number ? milliseconds : 100 + milliseconds));
        _last = number;
    };
}
