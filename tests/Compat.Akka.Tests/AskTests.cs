using Akka.Actor;
using Akka.Event;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests;

public sealed class AskTests : ActorTest
{
    private IActorRef Echo() => ActorOf((message, context) => context.Sender.Tell(message));

    private IActorRef Silent() => ActorOf((_, _) => { });

    [Fact]
    public async Task The_reply_is_the_result()
    {
        (await Echo().Ask<int>(42)).Should().Be(42);
    }

    [Fact]
    public async Task A_reply_of_another_type_is_an_argument_exception()
    {
        await Echo().Awaiting(e => e.Ask<int>("text")).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task A_failure_as_reply_is_thrown()
    {
        var failure = new Status.Failure(new InvalidOperationException("no"));

        await Echo().Awaiting(e => e.Ask<int>(failure)).Should().ThrowAsync<InvalidOperationException>().WithMessage("no");
    }

    [Fact]
    public async Task A_failure_is_a_value_to_one_who_asks_for_any_object()
    {
        var failure = new Status.Failure(new InvalidOperationException("no"));

        (await Echo().Ask(failure)).Should().BeSameAs(failure);
    }

    [Fact]
    public async Task Without_a_reply_the_time_out_throws()
    {
        await Silent().Awaiting(s => s.Ask<int>("x", TimeSpan.FromMilliseconds(1))).Should().ThrowAsync<AskTimeoutException>();
    }

    [Fact]
    public async Task A_cancelled_token_cancels_the_task()
    {
        using var source = new CancellationTokenSource();
        var asked = Silent().Ask<int>("x", source.Token);

        source.Cancel();

        await asked.Awaiting(a => a).Should().ThrowAsync<TaskCanceledException>();
    }

    [Fact]
    public async Task A_second_reply_is_a_dead_letter()
    {
        var letters = Listen<DeadLetter>();
        var twice = ActorOf((_, context) =>
        {
            context.Sender.Tell("first");
            context.Sender.Tell("second");
        });

        (await twice.Ask<string>("x")).Should().Be("first");

        (await letters.Next<DeadLetter>()).Message.Should().Be("second");
    }

    [Fact]
    public async Task The_place_of_the_reply_can_be_found_by_its_path_while_it_waits()
    {
        var probe = NewProbe();
        var asked = probe.Ref.Ask<string>("x");
        await probe.Expect("x");

        ((ExtendedActorSystem)System).Provider.ResolveActorRef(probe.LastSender.Path.ToString()).Tell("by path");

        (await asked).Should().Be("by path");
    }
}
