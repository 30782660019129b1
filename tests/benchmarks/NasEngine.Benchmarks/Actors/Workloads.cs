using Akka.Actor;

namespace NasEngine.Benchmarks.Actors;

internal static class Workloads
{
    private static readonly object Message = new();

    /// <summary>One thread tells one actor all messages.</summary>
    public static async Task Tell(ActorSystem system, int messages)
    {
        var finished = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var counter = system.ActorOf(Props.Create(() => new Counter(messages, finished)));
        for (var i = 0; i < messages; i++)
            counter.Tell(Message, ActorRefs.NoSender);
        await finished.Task;
        system.Stop(counter);
    }

    /// <summary>Pairs of actors return one message to each other.</summary>
    public static async Task PingPong(ActorSystem system, int messages)
    {
        var pairs = Environment.ProcessorCount;
        var each = messages / pairs / 2;
        var finished = Enumerable.Range(0, pairs).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();
        var actors = new List<IActorRef>();
        foreach (var end in finished)
        {
            var pong = system.ActorOf(Props.Create(() => new Echo()));
            var ping = system.ActorOf(Props.Create(() => new Pinger(each, end)));
            actors.AddRange([ping, pong]);
            pong.Tell(Message, ping);
        }

        await Task.WhenAll(finished.Select(f => f.Task));
        actors.ForEach(system.Stop);
    }

    /// <summary>One question after the other, as many askers as cores.</summary>
    public static async Task Ask(ActorSystem system, int messages)
    {
        var echo = system.ActorOf(Props.Create(() => new Echo()));
        var askers = Environment.ProcessorCount;
        await Task.WhenAll(Enumerable.Range(0, askers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < messages / askers; i++)
                await echo.Ask<object>(Message, TimeSpan.FromSeconds(30));
        })));
        system.Stop(echo);
    }

    private sealed class Counter(int messages, TaskCompletionSource finished) : UntypedActor
    {
        private int _left = messages;

        protected override void OnReceive(object message)
        {
            if (--_left == 0)
                finished.SetResult();
        }
    }

    private sealed class Echo : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message, Self);
    }

    private sealed class Pinger(int rounds, TaskCompletionSource finished) : UntypedActor
    {
        private int _left = rounds;

        protected override void OnReceive(object message)
        {
            if (--_left > 0)
                Sender.Tell(message, Self);
            else
                finished.SetResult();
        }
    }
}
