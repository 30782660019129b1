using Akka.Configuration;

namespace Akka.Actor;

/// <summary>The system's settings, read once.</summary>
public class Settings
{
    public Settings(ActorSystem system, Config config)
    {
        System = system;
        Config = config;
        AskTimeout = config.GetTimeSpan("akka.actor.ask-timeout");
        LogLevel = config.GetString("akka.loglevel");
        StdoutLogLevel = config.GetString("akka.stdout-loglevel");
        Loggers = config.GetStringList("akka.loggers");
        LogDeadLetters = ReadLogDeadLetters(config);
        LogDeadLettersDuringShutdown = config.GetBoolean("akka.log-dead-letters-during-shutdown");
        DebugLifecycle = config.GetBoolean("akka.actor.debug.lifecycle");
        DebugUnhandledMessage = config.GetBoolean("akka.actor.debug.unhandled");
        SchedulerClass = config.GetString("akka.scheduler.implementation");
        SupervisorStrategyClass = config.GetString("akka.actor.guardian-supervisor-strategy");
        CoordinatedShutdownTerminateActorSystem = config.GetBoolean("akka.coordinated-shutdown.terminate-actor-system");
        CoordinatedShutdownRunByActorSystemTerminate = config.GetBoolean("akka.coordinated-shutdown.run-by-actor-system-terminate");
    }

    public ActorSystem System { get; }

    public Config Config { get; }

    public TimeSpan AskTimeout { get; }

    public string LogLevel { get; }

    public string StdoutLogLevel { get; }

    public IList<string> Loggers { get; }

    /// <summary>How many dead letters are logged before silence.</summary>
    public int LogDeadLetters { get; }

    public bool LogDeadLettersDuringShutdown { get; }

    public bool DebugLifecycle { get; }

    public bool DebugUnhandledMessage { get; }

    public string SchedulerClass { get; }

    public string SupervisorStrategyClass { get; }

    public bool CoordinatedShutdownTerminateActorSystem { get; }

    public bool CoordinatedShutdownRunByActorSystemTerminate { get; }

    private static int ReadLogDeadLetters(Config config) => config.GetString("akka.log-dead-letters") switch
    {
        "on" or "true" => int.MaxValue,
        "off" or "false" => 0,
        _ => config.GetInt("akka.log-dead-letters"),
    };
}
