using Akka.Actor;

namespace Akka.Pattern;

public static class Backoff
{
    /// <summary>For children that stop, by themselves or by failing to start.</summary>
    public static BackoffOptions OnStop(Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor, int maxNrOfRetries) =>
        new BackoffOptionsOf(onStop: true, childProps, childName, minBackoff, maxBackoff, randomFactor).WithMaxNrOfRetries(maxNrOfRetries);

    /// <summary>For children that fail while they run.</summary>
    public static BackoffOptions OnFailure(Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor, int maxNrOfRetries) =>
        new BackoffOptionsOf(onStop: false, childProps, childName, minBackoff, maxBackoff, randomFactor).WithMaxNrOfRetries(maxNrOfRetries);
}

/// <summary>What a back-off supervisor is to do.</summary>
public abstract record BackoffOptions
{
    internal abstract Props Props { get; }

    public abstract BackoffOptions WithAutoReset(TimeSpan resetBackoff);

    public abstract BackoffOptions WithManualReset();

    public abstract BackoffOptions WithSupervisorStrategy(OneForOneStrategy supervisorStrategy);

    public abstract BackoffOptions WithDefaultStoppingStrategy();

    public abstract BackoffOptions WithReplyWhileStopped(object replyWhileStopped);

    public abstract BackoffOptions WithFinalStopMessage(Func<object, bool> isFinalStopMessage);

    public abstract BackoffOptions WithMaxNrOfRetries(int maxNrOfRetries);
}

internal sealed record BackoffOptionsOf(bool onStop, Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor) : BackoffOptions
{
    private IBackoffReset Reset { get; init; } = new AutoReset(minBackoff);

    private OneForOneStrategy Strategy { get; init; } = new(SupervisorStrategy.DefaultStrategy.Decider);

    private object Reply { get; init; }

    private Func<object, bool> IsFinalStop { get; init; }

    internal override Props Props
    {
        get
        {
            if (minBackoff <= TimeSpan.Zero)
                throw new ArgumentException("The smallest back-off must be greater than 0.", nameof(minBackoff));
            if (maxBackoff < minBackoff)
                throw new ArgumentException("The largest back-off must not be less than the smallest.", nameof(maxBackoff));
            if (randomFactor is < 0.0 or > 1.0)
                throw new ArgumentException("The random factor must be between 0.0 and 1.0.", nameof(randomFactor));
            return onStop
                ? Props.Create(() => new BackoffSupervisor(childProps, childName, minBackoff, maxBackoff, Reset, randomFactor, Strategy, Reply, IsFinalStop))
                : Props.Create(() => new BackoffOnRestartSupervisor(childProps, childName, minBackoff, maxBackoff, Reset, randomFactor, Strategy, Reply, IsFinalStop));
        }
    }

    public override BackoffOptions WithAutoReset(TimeSpan resetBackoff) => this with { Reset = new AutoReset(resetBackoff) };

    public override BackoffOptions WithManualReset() => this with { Reset = new ManualReset() };

    public override BackoffOptions WithSupervisorStrategy(OneForOneStrategy supervisorStrategy) => this with { Strategy = supervisorStrategy };

    public override BackoffOptions WithDefaultStoppingStrategy() =>
        this with { Strategy = new OneForOneStrategy(SupervisorStrategy.StoppingStrategy.Decider).WithMaxNrOfRetries(Strategy.MaxNumberOfRetries) };

    public override BackoffOptions WithReplyWhileStopped(object replyWhileStopped) => this with { Reply = replyWhileStopped };

    public override BackoffOptions WithFinalStopMessage(Func<object, bool> isFinalStopMessage) => this with { IsFinalStop = isFinalStopMessage };

    public override BackoffOptions WithMaxNrOfRetries(int maxNrOfRetries) => this with { Strategy = Strategy.WithMaxNrOfRetries(maxNrOfRetries) };
}
