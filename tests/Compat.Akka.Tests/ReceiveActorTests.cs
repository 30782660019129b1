using Akka.Actor;
using Akka.Event;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests;

public sealed class ReceiveActorTests : ActorTest
{
    private sealed class Typed : ReceiveActor
    {
        public Typed()
        {
            Receive<int>(n => n < 0, n => Sender.Tell($"negative {n}"));
            Receive<int>(n => Sender.Tell($"int {n}"), n => n < 10);
            Receive<string>(s =>
            {
                if (s.Length == 0)
                    return false;
                Sender.Tell($"text {s}");
                return true;
            });
            Receive(typeof(long), m => Sender.Tell($"long {m}"));
            Receive<IReadOnlyList<int>>(list => Sender.Tell($"list {list.Count}"));
        }
    }

    [Fact]
    public async Task The_first_handler_whose_type_and_predicate_fit_gets_the_message()
    {
        var probe = NewProbe();
        var actor = System.ActorOf<Typed>();

        actor.Tell(-1, probe.Ref);
        actor.Tell(1, probe.Ref);
        actor.Tell("x", probe.Ref);
        actor.Tell(5L, probe.Ref);
        actor.Tell(new[] { 1, 2 }, probe.Ref);

        await probe.Expect("negative -1", "int 1", "text x", "long 5", "list 2");
    }

    [Fact]
    public async Task A_message_without_a_handler_is_published_as_unhandled()
    {
        var unhandled = Listen<UnhandledMessage>();
        var probe = NewProbe();
        var actor = System.ActorOf<Typed>();

        actor.Tell(99, probe.Ref);
        actor.Tell("", probe.Ref);

        var first = await unhandled.Next<UnhandledMessage>();
        (first.Message, first.Sender, first.Recipient).Should().Be((99, probe.Ref, actor));
        (await unhandled.Next<UnhandledMessage>()).Message.Should().Be("");
    }

    private sealed class Switching : ReceiveActor
    {
        public Switching() => Become(First);

        private void First()
        {
            Receive<string>(s => s == "next", _ => Become(Second));
            Receive<string>(s => s == "push", _ => BecomeStacked(Second));
            ReceiveAny(_ => Sender.Tell("first"));
        }

        private void Second()
        {
            Receive<string>(s => s == "pop", _ => UnbecomeStacked());
            ReceiveAny(_ => Sender.Tell("second"));
        }
    }

    [Fact]
    public async Task Become_replaces_the_handlers()
    {
        var actor = System.ActorOf<Switching>();

        (await actor.Ask("?")).Should().Be("first");
        actor.Tell("next");
        (await actor.Ask("?")).Should().Be("second");
    }

    [Fact]
    public async Task Below_all_is_the_behaviour_of_the_constructor()
    {
        var unhandled = Listen<UnhandledMessage>();
        var actor = System.ActorOf<Switching>();

        actor.Tell("next");
        actor.Tell("pop");
        actor.Tell("pop");

        // The constructor added no handlers of its own.
        (await unhandled.Next<UnhandledMessage>()).Message.Should().Be("pop");
    }

    [Fact]
    public async Task UnbecomeStacked_returns_to_the_handlers_below()
    {
        var actor = System.ActorOf<Switching>();

        actor.Tell("push");
        (await actor.Ask("?")).Should().Be("second");
        actor.Tell("pop");
        (await actor.Ask("?")).Should().Be("first");
    }

    private sealed class TooMany : ReceiveActor
    {
        public TooMany(IActorRef probe)
        {
            ReceiveAny(_ => { });
            try
            {
                Receive<int>(_ => { });
            }
            catch (InvalidOperationException)
            {
                probe.Tell("refused in constructor");
            }
        }
    }

    private sealed class TooLate : ReceiveActor
    {
        public TooLate() => Receive<string>(_ =>
        {
            try
            {
                Receive<int>(_ => { });
            }
            catch (InvalidOperationException)
            {
                Sender.Tell("refused in handler");
            }
        });
    }

    [Fact]
    public async Task No_handler_can_follow_one_that_takes_everything()
    {
        var probe = NewProbe();

        System.ActorOf(Props.Create(() => new TooMany(probe.Ref)));

        await probe.Expect("refused in constructor");
    }

    [Fact]
    public async Task Handlers_are_added_only_in_constructor_and_Become()
    {
        (await System.ActorOf<TooLate>().Ask("try")).Should().Be("refused in handler");
    }
}
