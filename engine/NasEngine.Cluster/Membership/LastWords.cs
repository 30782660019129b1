using Akka.Actor;
using Akka.Event;

namespace NasEngine.Cluster.Membership;

/// <summary>The warnings and errors that an actor system says last: what it says when it ends by itself.</summary>
internal sealed class LastWords
{
    private const int Most = 3;

    private readonly Queue<string> _words = new();

    /// <summary>Listens to a system until that ends.</summary>
    public static LastWords Of(ActorSystem system)
    {
        var words = new LastWords();
        var listener = system.ActorOf(Props.Create(() => new Listener(words)));
        system.EventStream.Subscribe(listener, typeof(Warning));
        system.EventStream.Subscribe(listener, typeof(Error));
        return words;
    }

    /// <summary>They, from the oldest on; "it said nothing" where there are none.</summary>
    public override string ToString()
    {
        lock (_words)
        {
            return _words.Count == 0 ? "it said nothing" : string.Join("; ", _words);
        }
    }

    private void Hear(string words)
    {
        lock (_words)
        {
            _words.Enqueue(words);
            while (_words.Count > Most)
            {
                _words.Dequeue();
            }
        }
    }

    private sealed class Listener : ReceiveActor
    {
        public Listener(LastWords words)
        {
            Receive<Error>(said => words.Hear(
                said.Cause is { } cause ? $"{said.Message} ({cause.GetBaseException().Message})" : $"{said.Message}"));
            Receive<Warning>(said => words.Hear($"{said.Message}"));
        }
    }
}
