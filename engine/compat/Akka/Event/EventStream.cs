using Akka.Actor;
using Akka.Configuration;

namespace Akka.Event;

/// <summary>The system's publish-subscribe bus; a subscriber that ends is unsubscribed.</summary>
public class EventStream : LoggingBus
{
    private static readonly Type[] Levels = [typeof(Debug), typeof(Info), typeof(Warning), typeof(Error)];

    private readonly StandardOutLogger _standardOutput = new();

    internal EventStream(Settings settings)
    {
        SetLogLevel(Logging.LogLevelFor(settings.LogLevel));
        UseStandardOutput(settings);
    }

    /// <summary>Before the loggers run and after they have ended, the log goes straight to standard output.</summary>
    internal void UseStandardOutput(Settings settings) => SubscribeTo(_standardOutput, Logging.LogLevelFor(settings.StdoutLogLevel));

    internal void StartLoggers(ActorSystemImpl system)
    {
        for (var i = 0; i < system.Settings.Loggers.Count; i++)
        {
            var type = ConfiguredType.Resolve(system.Settings.Loggers[i], "akka.loggers");
            var logger = system.SystemActorOf(Props.Create(type), $"log{i + 1}-{type.Name}");
            logger.Tell(new InitializeLogger(this), system.IgnoreRef);
            SubscribeTo(logger, LogLevel);
        }

        Unsubscribe(_standardOutput);
    }

    private void SubscribeTo(IActorRef logger, LogLevel lowest)
    {
        for (var level = (int)lowest; level < Levels.Length; level++)
            Subscribe(logger, Levels[level]);
    }
}

public static class EventStreamExtensions
{
    public static bool Subscribe<TChannel>(this EventStream eventStream, IActorRef subscriber) => eventStream.Subscribe(subscriber, typeof(TChannel));

    public static bool Unsubscribe<TChannel>(this EventStream eventStream, IActorRef subscriber) => eventStream.Unsubscribe(subscriber, typeof(TChannel));
}
