using System.Threading.Channels;
using Akka.Actor;

namespace Compat.Akka.Tests.Kit;

/// <summary>An actor that keeps what it is told for the test to read.</summary>
public sealed class Probe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Channel<(object Message, IActorRef Sender)> _received = Channel.CreateUnbounded<(object, IActorRef)>();

    public Probe(ActorSystem system, string? name = null) =>
        Ref = system.ActorOf(Props.Create(() => new Recorder(_received.Writer)), name);

    public IActorRef Ref { get; }

    public IActorRef LastSender { get; private set; } = ActorRefs.Nobody;

    /// <summary>The next message; the patience is only there to end a test that hangs.</summary>
    public async Task<object> Next()
    {
        using var patience = new CancellationTokenSource(Patience);
        var (message, sender) = await _received.Reader.ReadAsync(patience.Token);
        LastSender = sender;
        return message;
    }

    public async Task<T> Next<T>() => (await Next()).Should().BeAssignableTo<T>().Subject;

    public async Task Expect(params object[] messages)
    {
        foreach (var message in messages)
            (await Next()).Should().Be(message);
    }

    /// <summary>Watches an actor, from when the task completes.</summary>
    public async Task Watch(IActorRef actor)
    {
        Ref.Tell(new WatchThis(actor), ActorRefs.NoSender);
        await Ref.Ask<ActorIdentity>(new Identify(null));
    }

    /// <summary>Nothing has come in before this call's own message.</summary>
    public async Task ExpectNothingSoFar()
    {
        var fence = new object();
        Ref.Tell(fence, ActorRefs.NoSender);
        (await Next()).Should().BeSameAs(fence);
    }

    private sealed record WatchThis(IActorRef Actor);

    private sealed class Recorder(ChannelWriter<(object, IActorRef)> received) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is WatchThis watch)
                Context.Watch(watch.Actor);
            else
                received.TryWrite((message, Sender));
        }
    }
}
