using Akka.Actor;
using Akka.Event;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests;

public sealed class LoggingTests() : ActorTest("akka.loglevel = WARNING")
{
    [Fact]
    public async Task What_is_below_the_level_is_not_published()
    {
        var probe = NewProbe();
        var log = Logging.GetLogger(System, "source");
        foreach (var level in new[] { typeof(Debug), typeof(Info), typeof(Warning), typeof(Error) })
            System.EventStream.Subscribe(probe.Ref, level);

        log.Debug("debug");
        log.Info("info");
        log.Warning("warning {0}", 1);
        log.Error(new InvalidOperationException("cause"), "error");

        (await NextFrom("source", probe)).Should().BeOfType<Warning>().Which.Message.ToString().Should().Be("warning 1");
        var error = await NextFrom("source", probe);
        error.Should().BeOfType<Error>();
        (error.Message.ToString(), error.Cause.Message).Should().Be(("error", "cause"));
    }

    private static async Task<LogEvent> NextFrom(string source, Probe probe)
    {
        LogEvent next;
        do
        {
            next = await probe.Next<LogEvent>();
        }
        while (!next.LogSource.StartsWith(source, StringComparison.Ordinal));
        return next;
    }

    [Fact]
    public async Task The_logger_of_a_context_is_named_after_the_actor()
    {
        var log = Listen<Warning>();
        var actor = ActorOf((_, context) => context.GetLogger().Warning("hello"), "named");

        actor.Tell("go");

        (await log.Next<Warning>()).LogSource.Should().Be("akka://test/user/named");
    }

    [Fact]
    public async Task The_failure_of_an_actor_is_logged_as_an_error_with_its_path_and_cause()
    {
        var log = Listen<Error>();
        var cause = new InvalidOperationException("bad");
        var actor = ActorOf((_, _) => throw cause, "failing");

        actor.Tell("go");

        var error = await log.Next<Error>();
        error.LogSource.Should().Be("akka://test/user/failing");
        error.Cause.Should().BeSameAs(cause);
    }

    [Fact]
    public void The_levels_have_names()
    {
        Logging.LogLevelFor("debug").Should().Be(LogLevel.DebugLevel);
        Logging.LogLevelFor("Error").Should().Be(LogLevel.ErrorLevel);
        FluentActions.Invoking(() => Logging.LogLevelFor("loud")).Should().Throw<ArgumentException>();
    }
}

public sealed class LoggerTests() : ActorTest("""
    akka.loggers = ["Compat.Akka.Tests.CollectingLogger, Compat.Akka.Tests"]
    akka.log-dead-letters = 2
    akka.loglevel = INFO
    """)
{
    [Fact]
    public async Task A_configured_logger_gets_the_log_and_the_first_dead_letters()
    {
        var marker = Guid.NewGuid().ToString();
        var probe = NewProbe();
        System.EventStream.Subscribe<CollectingLogger.Seen>(probe.Ref);

        System.Log.Info(marker);
        (await probe.Next<CollectingLogger.Seen>()).Event.Message.Should().Be(marker);

        System.DeadLetters.Tell("lost", ActorRefs.NoSender);
        (await probe.Next<CollectingLogger.Seen>()).Event.Message.ToString().Should().Contain("Message [String]").And.Contain("was not delivered");
    }
}

public sealed class CollectingLogger : ReceiveActor
{
    public CollectingLogger()
    {
        Receive<InitializeLogger>(_ => Sender.Tell(new LoggerInitialized()));
        Receive<LogEvent>(e => Context.System.EventStream.Publish(new Seen(e)));
    }

    public sealed record Seen(LogEvent Event);
}
