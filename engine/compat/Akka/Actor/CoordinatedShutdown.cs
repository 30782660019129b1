using System.Collections.Concurrent;
using System.Collections.Immutable;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Actor;

/// <summary>Ends a system in phases: the tasks of a phase run side by side, each phase has a time-out of its own.</summary>
public sealed partial class CoordinatedShutdown : IExtension, IDisposable
{
    public const string PhaseBeforeServiceUnbind = "before-service-unbind";
    public const string PhaseServiceUnbind = "service-unbind";
    public const string PhaseServiceRequestsDone = "service-requests-done";
    public const string PhaseServiceStop = "service-stop";
    public const string PhaseBeforeClusterShutdown = "before-cluster-shutdown";
    public const string PhaseClusterShardingShutdownRegion = "cluster-sharding-shutdown-region";
    public const string PhaseClusterLeave = "cluster-leave";
    public const string PhaseClusterExiting = "cluster-exiting";
    public const string PhaseClusterExitingDone = "cluster-exiting-done";
    public const string PhaseClusterShutdown = "cluster-shutdown";
    public const string PhaseBeforeActorSystemTerminate = "before-actor-system-terminate";
    public const string PhaseActorSystemTerminate = "actor-system-terminate";

    private readonly ActorSystemImpl _system;
    private readonly ShutdownPhases _phases;
    private readonly ILoggingAdapter _log;
    private readonly ConcurrentDictionary<string, ImmutableList<ShutdownTask>> _tasks = new();
    private readonly TaskCompletionSource<Done> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Reason _reason;

    internal CoordinatedShutdown(ActorSystemImpl system)
    {
        _system = system;
        _log = Logging.GetLogger(system, typeof(CoordinatedShutdown));
        var config = system.Settings.Config.GetConfig("akka.coordinated-shutdown");
        _phases = ShutdownPhases.Read(config);
        if (system.Settings.CoordinatedShutdownTerminateActorSystem)
            AddTask(PhaseActorSystemTerminate, "terminate-system", TerminateSystem);
        if (config.GetBoolean("run-by-clr-shutdown-hook"))
            AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    public ExtendedActorSystem System => _system;

    /// <summary>Why the shutdown runs, or null while it does not.</summary>
    public Reason ShutdownReason => Volatile.Read(ref _reason);

    public TimeSpan TotalTimeout => _tasks.Keys.Aggregate(TimeSpan.Zero, (total, phase) => total + Timeout(phase));

    public static CoordinatedShutdown Get(ActorSystem sys) => (CoordinatedShutdown)sys.RegisterExtension(new CoordinatedShutdownExtension());

    public TimeSpan Timeout(string phase) => _phases[phase].Timeout;

    /// <summary>Adds work to a phase; it starts when the phase does.</summary>
    public void AddTask(string phase, string taskName, Func<Task<Done>> task)
    {
        if (!_phases.Contains(phase))
            throw new ConfigurationException($"Unknown phase [{phase}], known phases [{string.Join(",", _phases.Ordered)}]. All phases must be defined in configuration.");
        var added = new ShutdownTask(taskName, task);
        _tasks.AddOrUpdate(phase, _ => [added], (_, tasks) => tasks.Add(added));
    }

    /// <summary>Runs the phases once; every further call gets the task of the first.</summary>
    public Task<Done> Run(Reason reason, string fromPhase = null)
    {
        if (Interlocked.CompareExchange(ref _reason, reason, null) is null)
            _ = RunPhases(fromPhase);
        return _done.Task;
    }

    public void Dispose() => AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;

    private async Task RunPhases(string fromPhase)
    {
        try
        {
            foreach (var phase in _phases.Ordered.SkipWhile(p => fromPhase is not null && p != fromPhase))
            {
                if (_tasks.TryGetValue(phase, out var tasks))
                    await RunPhase(phase, tasks).ConfigureAwait(false);
            }

            _done.SetResult(Done.Instance);
        }
        catch (Exception exception)
        {
            _done.SetException(new AggregateException(exception).Flatten());
        }
    }

    private async Task RunPhase(string phase, ImmutableList<ShutdownTask> tasks)
    {
        var (timeout, recover) = (_phases[phase].Timeout, _phases[phase].Recover);
        var work = Task.WhenAll(tasks.Select(t => RunTask(phase, t, recover)));
        var timedOut = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var deadline = StartDeadline(timeout, timedOut);
        var first = await Task.WhenAny(work, timedOut.Task).ConfigureAwait(false);
        deadline?.Cancel();
        if (first == work)
            await work.ConfigureAwait(false);
        else if (recover)
            _log.Warning("Coordinated shutdown phase [{0}] timed out after {1}", phase, timeout);
        else
            throw new TimeoutException($"Coordinated shutdown phase [{phase}] timed out after {timeout}");
    }

    private ICancelable StartDeadline(TimeSpan timeout, TaskCompletionSource timedOut)
    {
        try
        {
            return _system.Scheduler.Advanced.ScheduleOnceCancelable(timeout, timedOut.SetResult);
        }
        catch (SchedulerException)
        {
            // The system has ended already, and with it the clock.
            return null;
        }
    }

    private async Task RunTask(string phase, ShutdownTask task, bool recover)
    {
        try
        {
            await task.Work().ConfigureAwait(false);
        }
        catch (Exception exception) when (recover)
        {
            _log.Warning("Task [{0}] failed in phase [{1}]: {2}", task.Name, phase, exception.Message);
        }
    }

    private async Task<Done> TerminateSystem()
    {
        await _system.FinalTerminate().ConfigureAwait(false);
        return Done.Instance;
    }

    private void OnProcessExit(object sender, EventArgs e) => Run(ClrExitReason.Instance).Wait(TotalTimeout);

    private sealed record ShutdownTask(string Name, Func<Task<Done>> Work);
}

public sealed class CoordinatedShutdownExtension : ExtensionIdProvider<CoordinatedShutdown>
{
    public override CoordinatedShutdown CreateExtension(ExtendedActorSystem system) => new((ActorSystemImpl)system);
}
