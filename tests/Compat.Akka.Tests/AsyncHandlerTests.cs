using Akka.Actor;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests;

public sealed class AsyncHandlerTests : ActorTest
{
    private sealed record Await(Task Task, string Name);

    private sealed class Waiting : ReceiveActor
    {
        public Waiting(IActorRef probe)
        {
            ReceiveAsync<Await>(async message =>
            {
                probe.Tell($"{message.Name} begins");
                await message.Task;
                probe.Tell($"{message.Name} ends for {Sender.Path.Name} at {Self.Path.Name}");
            });
            Receive<string>(text => probe.Tell(text));
        }

        protected override void PreRestart(Exception reason, object message)
        {
            ((Await)message).Name.Should().Be("failing");
            base.PreRestart(reason, message);
        }
    }

    private IActorRef NewWaiting(Probe probe) => System.ActorOf(Props.Create(() => new Waiting(probe.Ref)), "waiting");

    [Fact]
    public async Task Other_messages_wait_until_the_handler_has_ended()
    {
        var probe = NewProbe("sender");
        var actor = NewWaiting(probe);
        var gate = new TaskCompletionSource();

        actor.Tell(new Await(gate.Task, "slow"), probe.Ref);
        actor.Tell("after", probe.Ref);
        await probe.Expect("slow begins");
        await probe.ExpectNothingSoFar();
        gate.SetResult();

        await probe.Expect("slow ends for sender at waiting", "after");
    }

    [Fact]
    public async Task A_handler_that_fails_after_its_await_fails_the_actor_with_its_message()
    {
        var probe = NewProbe("sender");
        var actor = NewWaiting(probe);
        var gate = new TaskCompletionSource();

        actor.Tell(new Await(gate.Task, "failing"), probe.Ref);
        actor.Tell("after", probe.Ref);
        await probe.Expect("failing begins");
        gate.SetException(new InvalidOperationException("bad"));

        await probe.Expect("after");
    }

    [Fact]
    public async Task System_messages_do_not_wait_for_the_handler()
    {
        var probe = NewProbe("sender");
        var actor = NewWaiting(probe);
        await probe.Watch(actor);

        actor.Tell(new Await(new TaskCompletionSource().Task, "endless"), probe.Ref);
        await probe.Expect("endless begins");
        System.Stop(actor);

        await probe.Next<Terminated>();
    }

    private sealed class Parent : ReceiveActor
    {
        private readonly IActorRef _probe;

        public Parent(IActorRef probe, Task gate)
        {
            _probe = probe;
            var child = Context.ActorOf<Failing>();
            ReceiveAsync<string>(async _ =>
            {
                child.Tell("fail");
                await gate;
                _probe.Tell("handler ended");
            });
        }

        protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ =>
        {
            _probe.Tell("failure handled");
            return Directive.Resume;
        });
    }

    private sealed class Failing : UntypedActor
    {
        protected override void OnReceive(object message) => throw new InvalidOperationException();
    }

    [Fact]
    public async Task The_failure_of_a_child_is_handled_after_the_handler_that_awaits()
    {
        var probe = NewProbe();
        var gate = new TaskCompletionSource();
        var actor = System.ActorOf(Props.Create(() => new Parent(probe.Ref, gate.Task)));

        actor.Tell("go");
        await probe.ExpectNothingSoFar();
        gate.SetResult();

        await probe.Expect("handler ended", "failure handled");
    }

    private sealed class Several : ReceiveActor
    {
        private int _inside;

        public Several() => ReceiveAsync<int>(async n =>
        {
            var alone = Interlocked.Increment(ref _inside) == 1;
            await Task.Yield();
            await Task.Run(() => { });
            Interlocked.Decrement(ref _inside);
            Sender.Tell((n, alone));
        });
    }

    [Fact]
    public async Task Asynchronous_messages_are_handled_one_at_a_time_in_order()
    {
        var probe = NewProbe();
        var actor = System.ActorOf<Several>();

        for (var i = 0; i < 200; i++)
            actor.Tell(i, probe.Ref);

        for (var i = 0; i < 200; i++)
            await probe.Expect((i, true));
    }
}
