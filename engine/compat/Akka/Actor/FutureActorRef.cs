namespace Akka.Actor;

/// <summary>The handle behind an Ask: the first reply completes the task, later ones are dead letters.</summary>
internal sealed class FutureActorRef<T>(IActorRefProvider provider) : TemporaryActorRef(provider)
{
    private readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenRegistration _cancellation;
    private Timer _timer;
    private TimeSpan _timeout;

    public Task<T> Result => _result.Task;

    protected override bool IsCompleted => _result.Task.IsCompleted;

    /// <summary>Fails the task at the end of the time-out and cancels it with the token.</summary>
    public void CompleteAfter(TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (timeout > TimeSpan.Zero)
        {
            _timeout = timeout;
            _timer = new Timer(static state => ((FutureActorRef<T>)state).TimeOut(), this, timeout, Timeout.InfiniteTimeSpan);
        }

        if (cancellationToken.CanBeCanceled)
            _cancellation = cancellationToken.UnsafeRegister(static state => ((FutureActorRef<T>)state).Cancel(), this);
    }

    protected override void TellInternal(object message, IActorRef sender)
    {
        var taken = message switch
        {
            T reply => _result.TrySetResult(reply),
            null => _result.TrySetResult(default),
            Status.Failure failure => _result.TrySetException(failure.Cause ?? new TaskCanceledException("Task cancelled by actor via Failure message.")),
            _ => RefuseType(message),
        };
        if (taken)
            Finish();
        else if (!_result.Task.IsCanceled)
            Provider.DeadLetters.Tell(message, this);
    }

    private bool RefuseType(object message)
    {
        if (_result.TrySetException(new ArgumentException($"Received message of type [{message.GetType()}] - Ask expected message of type [{typeof(T)}]")))
            Finish();
        return false;
    }

    private void TimeOut()
    {
        if (_result.TrySetException(new AskTimeoutException($"Timeout after {_timeout.TotalSeconds:F2} seconds")))
            Finish();
    }

    private void Cancel()
    {
        if (_result.TrySetCanceled())
            Finish();
    }

    private void Finish()
    {
        _timer?.Dispose();
        _cancellation.Unregister();
        Unregister();
    }
}
