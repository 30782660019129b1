using Akka.Actor;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests;

public sealed class PropsTests : ActorTest
{
    private sealed class Two(string text, int number) : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell($"{text} {number}");
    }

    private sealed class Plain : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell("plain");
    }

    [Fact]
    public async Task Props_are_made_from_an_expression_a_type_or_arguments()
    {
        var number = 2;
        var all = new[]
        {
            Props.Create(() => new Two("a", number + 1)),
            Props.Create<Two>("a", 3),
            Props.Create(typeof(Two), "a", 3),
        };

        foreach (var props in all)
        {
            props.Type.Should().Be<Two>();
            (await System.ActorOf(props).Ask("?")).Should().Be("a 3");
        }

        (await System.ActorOf<Plain>().Ask("?")).Should().Be("plain");
    }

    [Fact]
    public async Task The_arguments_of_an_expression_are_those_at_the_time_of_the_props()
    {
        var number = 1;
        var props = Props.Create(() => new Two("a", number));
        number = 2;

        (await System.ActorOf(props).Ask("?")).Should().Be("a 1");
    }

    [Fact]
    public void A_type_that_is_no_actor_is_refused()
    {
        FluentActions.Invoking(() => Props.Create(typeof(string))).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void With_methods_leave_the_original_alone()
    {
        var original = Props.Create<Plain>();
        var changed = original.WithDispatcher("d").WithMailbox("m").WithSupervisorStrategy(SupervisorStrategy.StoppingStrategy);

        (changed.Dispatcher, changed.Mailbox).Should().Be(("d", "m"));
        changed.SupervisorStrategy.Should().BeSameAs(SupervisorStrategy.StoppingStrategy);
        original.Dispatcher.Should().Be("akka.actor.default-dispatcher");
        original.SupervisorStrategy.Should().BeNull();
    }

    private sealed class Parent : UntypedActor
    {
        protected override void PreStart() => Context.ActorOf(Props.Create(() => new Failing()), "child").Tell("fail");

        protected override void OnReceive(object message) => Sender.Tell(Context.Child("child").IsNobody());
    }

    private sealed class Failing : UntypedActor
    {
        protected override void OnReceive(object message) => throw new InvalidOperationException();
    }

    [Fact]
    public async Task The_strategy_of_the_props_goes_before_that_of_the_actor()
    {
        var decided = new TaskCompletionSource();
        var strategy = new OneForOneStrategy(_ =>
        {
            decided.SetResult();
            return Directive.Stop;
        });

        System.ActorOf(Props.Create(() => new Parent(), strategy));

        await decided.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }
}
