using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Pipeline.Actors;

/// <summary>
/// The actor system of a search. Nothing of it is written to standard output, which is the program's: what actors warn of goes
/// to the observer. It ends with the search and leaves the process alone.
/// </summary>
internal static class SearchSystem
{
    private static readonly Config Settings = ConfigurationFactory.ParseString(
        """
        akka {
          loglevel = WARNING
          loggers = []
          stdout-loglevel = OFF
          log-config-on-start = off
          log-dead-letters = off
          log-dead-letters-during-shutdown = off
          scheduler.shutdown-timeout = 1s
          coordinated-shutdown {
            run-by-actor-system-terminate = off
            run-by-clr-shutdown-hook = off
            exit-clr = off
          }
        }
        """);

    /// <summary>A system whose actors' warnings and errors <paramref name="observer"/> is told.</summary>
    public static ActorSystem Start(ISearchObserver observer)
    {
        var system = ActorSystem.Create("nas", Settings);
        var warnings = system.ActorOf(Props.Create(() => new WarningsActor(observer)), "warnings");
        system.EventStream.Subscribe(warnings, typeof(Warning));
        system.EventStream.Subscribe(warnings, typeof(Error));
        return system;
    }

    private sealed class WarningsActor : ReceiveActor
    {
        public WarningsActor(ISearchObserver observer)
        {
            Receive<LogEvent>(one => observer.Note($"{Source(one)}: {Sentence(one)}"));
        }

        private static string Source(LogEvent one) => one.LogSource.Split('#')[0];

        private static string Sentence(LogEvent one)
        {
            var sentence = one.Message?.ToString() ?? "";
            return one.Cause is { } cause && !sentence.Contains(cause.Message, StringComparison.Ordinal)
                ? $"{sentence} ({cause.GetType().Name}: {cause.Message})"
                : sentence;
        }
    }
}
