using NasEngine.Pipeline.Sharing;

namespace NasEngine.Pipeline.Tests.Sharing;

/// <summary>How searches of one process share the machine.</summary>
public sealed class MachineTests
{
    private readonly Machine _machine = new();

    [Fact]
    public async Task A_search_that_is_alone_has_all_its_places_at_once()
    {
        var alone = _machine.Join(workers: 3);

        var places = Enumerable.Range(0, 3).Select(_ => Begin(alone)).ToArray();

        places.Should().AllSatisfy(place => place.IsCompleted.Should().BeTrue());
        var fourth = Begin(alone);
        alone.Held.Should().Be(Machine.Whole);
        (await places[1]).Dispose();
        await fourth;
    }

    [Fact]
    public async Task A_place_that_comes_free_goes_to_who_holds_least_and_of_equals_to_who_was_served_longest_ago()
    {
        var (first, second, third) = (_machine.Join(2), _machine.Join(2), _machine.Join(2));
        var (held, other) = (await Begin(first), await Begin(first));
        var more = Begin(first);
        var (ofSecond, ofThird) = (Begin(second), Begin(third));

        held.Dispose();
        second.Held.Should().Be(Machine.Whole / 2, "it holds nothing, and the first holds a half; it waits for longer than the third");
        third.Held.Should().Be(0);
        other.Dispose();
        (await ofThird).Should().NotBeNull();
        first.Held.Should().Be(0);

        var again = Begin(second);
        (await ofSecond).Dispose();
        (await more).Should().NotBeNull();
        second.Held.Should().Be(0, "it was served after the first, which held nothing either");
        (await ofThird).Dispose();
        (await again).Should().NotBeNull();
    }

    [Fact]
    public async Task Jobs_that_fill_the_machine_take_turns()
    {
        var order = new List<string>();
        var (one, other) = (_machine.Join(1), _machine.Join(1));
        var place = await Begin(one);
        var (next, last) = (Begin(one), Begin(other));
        for (var job = 0; job < 4; job++)
        {
            place.Dispose();
            var isOther = other.Held > 0;
            order.Add(isOther ? "other" : "one");
            place = await (isOther ? last : next);
            (next, last) = isOther ? (next, Begin(other)) : (Begin(one), last);
        }

        order.Should().Equal("other", "one", "other", "one");
    }

    [Fact]
    public async Task What_is_timed_waits_until_nothing_runs_and_nobody_passes_it()
    {
        var (one, other) = (_machine.Join(2), _machine.Join(2));
        var running = await Begin(one);

        var timed = other.EnterAloneAsync(CancellationToken.None).AsTask();
        var next = Begin(one);
        other.Held.Should().Be(0);
        one.Held.Should().Be(Machine.Whole / 2, "there is room for another, and who came first is waited for");
        running.Dispose();
        var alone = await timed;
        (one.Held, other.Held).Should().Be((0, Machine.Whole));
        alone.Dispose();
        (await next).Dispose();
    }

    [Fact]
    public async Task Who_gives_up_lets_those_behind_it_in()
    {
        using var cancelled = new CancellationTokenSource();
        var (one, other) = (_machine.Join(2), _machine.Join(2));
        var running = await Begin(one);
        var timed = other.EnterAloneAsync(cancelled.Token).AsTask();
        var next = Begin(one);

        await cancelled.CancelAsync();

        (await next).Should().NotBeNull();
        await FluentActions.Awaiting(() => timed).Should().ThrowAsync<OperationCanceledException>();
        running.Dispose();
        running.Dispose();
        (await Begin(other)).Should().NotBeNull();
        _ = Begin(other);
        (one.Held, other.Held).Should().Be((Machine.Whole / 2, Machine.Whole / 2), "a place that is given back twice is one place");
    }

    private static Task<IDisposable> Begin(MachineShare share) => share.EnterAsync(CancellationToken.None).AsTask();
}
