using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.Dispatch;

/// <summary>
/// Runs an asynchronous handler and all its continuations on its actor. User messages wait until the handler ends;
/// system messages do not.
/// </summary>
public class ActorTaskScheduler : TaskScheduler
{
    private readonly ActorCell _cell;

    internal ActorTaskScheduler(ActorCell cell) => _cell = cell;

    public object CurrentMessage { get; private set; }

    public override int MaximumConcurrencyLevel => 1;

    public static void RunTask(Action action) => RunTask(() =>
    {
        action();
        return Task.CompletedTask;
    });

    public static void RunTask(Func<Task> asyncAction)
    {
        var cell = ActorCell.Current ?? throw new InvalidOperationException("RunTask must be called from an actor context.");
        cell.TaskScheduler.Start(asyncAction);
    }

    /// <summary>Runs a continuation that arrived as a system message, with the message its handler had.</summary>
    internal void Continue(Task task)
    {
        _cell.ReplaceCurrentMessage(CurrentMessage);
        TryExecuteTask(task);
    }

    protected override void QueueTask(Task task)
    {
        if (ActorCell.Current == _cell && !task.CreationOptions.HasFlag(TaskCreationOptions.LongRunning))
            TryExecuteTask(task);
        else
            _cell.SendSystemMessage(new ActorTask(this, task));
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => [];

    private void Start(Func<Task> asyncAction)
    {
        CurrentMessage = _cell.CurrentMessage;
        _cell.Mailbox.Suspend();
        Task.Factory.StartNew(asyncAction, CancellationToken.None, TaskCreationOptions.None, this)
            .Unwrap()
            .ContinueWith(Completed, CancellationToken.None, TaskContinuationOptions.None, this);
    }

    private void Completed(Task handler)
    {
        _cell.Mailbox.Resume();
        if (handler.IsCompletedSuccessfully)
            _cell.CheckReceiveTimeout(reschedule: CurrentMessage is not INotInfluenceReceiveTimeout);
        else
            _cell.HandleInvokeFailure(CauseOf(handler));
        CurrentMessage = null;
    }

    private static Exception CauseOf(Task task)
    {
        if (task.IsCanceled)
            return new TaskCanceledException();
        return task.Exception.InnerExceptions.Count == 1 ? task.Exception.InnerExceptions[0] : task.Exception;
    }
}
