using NasEngine.Host.Display;

namespace NasEngine.Host.Tests.Display;

/// <summary>What takes a while is said.</summary>
public sealed class PatienceTests
{
    private readonly StringWriter _output = new();

    [Fact]
    public async Task What_is_done_at_once_says_nothing()
    {
        (await Patience.ForAsync(Task.FromResult(3), "a worker starts", _output, TimeProvider.System)).Should().Be(3);
        _output.ToString().Should().BeEmpty();
    }

    [Fact]
    public async Task What_takes_long_is_said_and_then_how_long_already()
    {
        var (clock, waited) = (new SteppedTime(), new TaskCompletionSource<int>());
        var waiting = Patience.ForAsync(waited.Task, "a worker starts", _output, clock);

        await clock.FireAsync(TimeSpan.FromSeconds(1.5));
        await clock.FireAsync(TimeSpan.FromSeconds(3));
        waited.SetResult(3);

        (await waiting).Should().Be(3);
        _output.ToString().Should().Be("a worker starts …\na worker starts, 4s already …\n");
    }

    [Fact]
    public async Task What_fails_fails_as_it_would_without()
    {
        var failing = Task.FromException<int>(new InvalidOperationException("no"));
        await FluentActions.Awaiting(() => Patience.ForAsync(failing, "a worker starts", _output, TimeProvider.System))
            .Should().ThrowAsync<InvalidOperationException>();
    }

    /// <summary>A clock whose one timer fires when the test says so.</summary>
    private sealed class SteppedTime : TimeProvider
    {
        private readonly SemaphoreSlim _set = new(0);
        private Action? _timer;
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public async Task FireAsync(TimeSpan after)
        {
            await _set.WaitAsync(TimeSpan.FromMinutes(1));
            _now += after.Ticks;
            _timer!();
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timer = () => callback(state);
            _set.Release();
            return new Nothing();
        }

        private sealed class Nothing : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
