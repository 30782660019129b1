using NasEngine.Pipeline.Actors;

namespace NasEngine.Pipeline.Tests.Actors;

/// <summary>One timer watches all calls of a part.</summary>
public sealed class WatchdogTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>After which a watchdog that never fires is a failure, not a hang.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SteppedClock _clock = new();
    private readonly Watchdog _watchdog;

    public WatchdogTests() => _watchdog = new Watchdog(() => Limit, _clock);

    [Fact]
    public async Task A_call_that_says_nothing_is_given_up_after_its_limit_and_not_before()
    {
        var call = _watchdog.RunAsync(_ => new TaskCompletionSource<int>().Task, NoProgress.Instance);

        _clock.Advance(Limit);
        call.IsCompleted.Should().BeFalse();
        _clock.Advance(Limit / 10);

        (await ((Func<Task>)(() => call.WaitAsync(Patience))).Should().ThrowAsync<CallGivenUp>()).Which.Limit.Should().Be(Limit);
    }

    [Fact]
    public void A_call_that_says_how_far_it_is_goes_on()
    {
        Contracts.IJobProgress? progress = null;
        var call = _watchdog.RunAsync(
            given =>
            {
                progress = given;
                return new TaskCompletionSource<int>().Task;
            },
            NoProgress.Instance);

        for (var part = 0; part < 30; part++)
        {
            _clock.Advance(Limit / 3);
            progress!.Report("training", part, 30);
        }

        call.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task A_call_among_many_has_its_limit_to_itself()
    {
        var first = _watchdog.RunAsync(_ => new TaskCompletionSource<int>().Task, NoProgress.Instance);
        _clock.Advance(Limit * 0.75);
        var second = _watchdog.RunAsync(_ => new TaskCompletionSource<int>().Task, NoProgress.Instance);

        _clock.Advance(Limit * 0.5);

        await ((Func<Task>)(() => first.WaitAsync(Patience))).Should().ThrowAsync<CallGivenUp>();
        second.IsCompleted.Should().BeFalse();
        _clock.Advance(Limit);
        await ((Func<Task>)(() => second.WaitAsync(Patience))).Should().ThrowAsync<CallGivenUp>();
    }

    [Fact]
    public async Task A_look_that_comes_late_counts_once()
    {
        var answer = new TaskCompletionSource<int>();
        var call = _watchdog.RunAsync(_ => answer.Task, NoProgress.Instance);

        _clock.Freeze(100 * Limit);
        answer.SetResult(7);

        (await call).Should().Be(7);
    }

    [Fact]
    public async Task An_answer_after_the_limit_counts_for_nothing()
    {
        var answer = new TaskCompletionSource<int>();
        var call = _watchdog.RunAsync(_ => answer.Task, NoProgress.Instance);
        _clock.Advance(2 * Limit);

        answer.SetResult(7);

        await ((Func<Task>)(() => call.WaitAsync(Patience))).Should().ThrowAsync<CallGivenUp>();
    }
}
