using Akka.Actor;
using Akka.Event;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests;

public sealed class TellTests : ActorTest
{
    [Fact]
    public async Task A_message_reaches_its_actor_with_its_sender()
    {
        var probe = NewProbe();
        var echo = ActorOf((message, context) => context.Sender.Tell(message));

        echo.Tell("hello", probe.Ref);

        await probe.Expect("hello");
        probe.LastSender.Should().Be(echo);
    }

    [Fact]
    public async Task A_message_without_a_sender_has_the_dead_letters_as_sender()
    {
        var probe = NewProbe();
        var actor = ActorOf((_, context) => probe.Ref.Tell(context.Sender));

        actor.Tell("anything");

        await probe.Expect(System.DeadLetters);
    }

    [Fact]
    public async Task Forward_keeps_the_first_sender()
    {
        var probe = NewProbe();
        var echo = ActorOf((message, context) => context.Sender.Tell(message));
        var middle = ActorOf((message, _) => echo.Forward(message));

        middle.Tell("hello", probe.Ref);

        await probe.Expect("hello");
    }

    [Fact]
    public async Task Messages_of_each_sender_arrive_once_and_in_their_order_while_one_is_handled_at_a_time()
    {
        const int senders = 8, each = 5_000;
        var finished = new TaskCompletionSource();
        var next = new int[senders];
        var (inside, total, wrong) = (0, 0, 0);
        var actor = ActorOf((message, _) =>
        {
            if (Interlocked.Increment(ref inside) != 1)
                wrong++;
            var (sender, number) = ((int, int))message;
            if (next[sender]++ != number)
                wrong++;
            Interlocked.Decrement(ref inside);
            if (++total == senders * each)
                finished.SetResult();
        });

        await Parallel.ForAsync(0, senders, (sender, _) =>
        {
            for (var i = 0; i < each; i++)
                actor.Tell((sender, i));
            return ValueTask.CompletedTask;
        });
        await finished.Task.WaitAsync(TimeSpan.FromSeconds(60));

        wrong.Should().Be(0);
        next.Should().AllBeEquivalentTo(each);
    }

    [Fact]
    public async Task A_message_to_an_ended_actor_is_a_dead_letter()
    {
        var letters = Listen<DeadLetter>();
        var probe = NewProbe();
        var actor = ActorOf((_, _) => { });
        await probe.Watch(actor);
        actor.Tell(PoisonPill.Instance);
        await probe.Next<Terminated>();

        actor.Tell("late", probe.Ref);

        var letter = await letters.Next<DeadLetter>();
        letter.Message.Should().Be("late");
        letter.Sender.Should().Be(probe.Ref);
        letter.Recipient.Should().Be(actor);
    }
}
