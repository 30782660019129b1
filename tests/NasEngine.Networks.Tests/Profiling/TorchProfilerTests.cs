using NasEngine.Contracts;
using NasEngine.Networks.Tests.Estimators;

namespace NasEngine.Networks.Tests.Profiling;

public sealed class TorchProfilerTests
{
    [Fact]
    public void It_gives_the_median_and_its_deviation_of_the_timed_runs()
    {
        var clock = new StepClock([50, 50, 4, 2, 9, 3, 100]);
        using var profiler = new TorchProfiler(new TorchProfilerOptions(WarmUp: 2, Runs: 5), EstimatorFixture.Setup(), TorchSharp.torch.CPU, clock);

        var measured = profiler.Measure(EstimatorFixture.Space.All().First(), default);

        measured.Should().Be(new LatencyMeasurement(Milliseconds: 4, Deviation: 2, Runs: 5, Threads: 1, Device: "cpu"));
    }

    [Fact]
    public void It_really_runs_on_a_real_clock()
    {
        using var profiler = new TorchProfiler(new TorchProfilerOptions(WarmUp: 1, Runs: 3), EstimatorFixture.Setup(), TorchSharp.torch.CPU, TimeProvider.System);
        profiler.Measure(EstimatorFixture.Space.All().First(), default).Milliseconds.Should().BeGreaterThan(0);
    }

    [Fact]
    public void The_median_of_an_even_number_is_the_mean_of_the_middle_two() =>
        Robust.Median([4, 1, 3, 100]).Should().Be(3.5);

    /// <summary>A clock in milliseconds on which each timed run takes what was said.</summary>
    private sealed class StepClock(int[] durations) : TimeProvider
    {
        private int _calls;
        private long _now;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => _now += _calls++ % 2 == 1 ? durations[_calls / 2 - 1] : 0;
    }
}
