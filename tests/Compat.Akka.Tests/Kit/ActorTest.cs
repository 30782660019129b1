using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Compat.Akka.Tests.Kit;

/// <summary>A test with a system of its own, with virtual time and a silent log.</summary>
public abstract class ActorTest : IAsyncLifetime
{
    private static readonly Config Basis = ConfigurationFactory.ParseString("""
        akka {
          loglevel = DEBUG
          stdout-loglevel = OFF
          loggers = []
          log-dead-letters = off
          actor.ask-timeout = 60s
          scheduler.implementation = "Compat.Akka.Tests.Kit.VirtualTimeScheduler, Compat.Akka.Tests"
        }
        """);

    protected ActorTest(string hocon = "") =>
        System = ActorSystem.Create("test", ConfigurationFactory.ParseString(hocon).WithFallback(Basis));

    protected ActorSystem System { get; }

    protected VirtualTimeScheduler Time => (VirtualTimeScheduler)System.Scheduler;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _ = System.Terminate();
        await System.WhenTerminated.WaitAsync(TimeSpan.FromSeconds(60));
    }

    protected Probe NewProbe(string? name = null) => new(System, name);

    /// <summary>A probe that has already subscribed to events of one kind.</summary>
    protected Probe Listen<T>()
    {
        var probe = NewProbe();
        System.EventStream.Subscribe<T>(probe.Ref);
        return probe;
    }

    protected IActorRef ActorOf(Action<object, IActorContext> receive, string? name = null) =>
        System.ActorOf(PropsOf(receive), name);

    protected static Props PropsOf(Action<object, IActorContext> receive) => Props.Create(() => new Lambda(receive));

    /// <summary>An actor that is nothing but a function.</summary>
    private sealed class Lambda(Action<object, IActorContext> receive) : UntypedActor
    {
        protected override void OnReceive(object message) => receive(message, Context);
    }
}
