using Akka.Actor;
using Akka.Dispatch.MessageQueues;
using Akka.Dispatch.SysMsg;

namespace Akka.Dispatch;

/// <summary>
/// The queues of one actor and the permission to run it. At most one thread holds the permission (state Scheduled);
/// everything but the two queues and the state belongs to that thread.
/// </summary>
internal sealed class Mailbox : IThreadPoolWorkItem, IRunnable
{
    private const int Idle = 0;
    private const int Scheduled = 1;
    private const int Parked = 2;
    private const int Closed = 3;

    private readonly ActorCell _cell;
    private readonly MessageDispatcher _dispatcher;
    private readonly MessageQueue _user;
    private readonly SystemMessageQueue _system = new();
    private readonly Stack<Envelope> _prepended = new(0);
    private int _suspensions;

    // Not yet started counts as scheduled: messages are kept, nobody runs them before Start.
    private int _state = Scheduled;

    public Mailbox(ActorCell cell, MessageDispatcher dispatcher, MessageQueue user)
    {
        _cell = cell;
        _dispatcher = dispatcher;
        _user = user;
    }

    public bool IsSuspended => _suspensions > 0;

    public int Suspensions => _suspensions;

    public bool IsClosed => Volatile.Read(ref _state) == Closed;

    private bool HasUserMessages => _prepended.Count > 0 || _user.HasMessages;

    public void Start() => _dispatcher.Execute(this);

    public void Enqueue(object message, IActorRef sender)
    {
        if (!_user.TryEnqueue(message, sender))
        {
            _cell.SystemImpl.DeadLetters.Tell(new Event.DeadLetter(message, sender ?? _cell.SystemImpl.DeadLetters, _cell.Self), sender);
            return;
        }

        var state = Volatile.Read(ref _state);
        if (state == Idle)
            TrySchedule(Idle);
        else if (state == Closed)
            DrainToDeadLetters();
    }

    public void EnqueueSystem(SystemMessage message)
    {
        _system.Enqueue(message);
        var state = Volatile.Read(ref _state);
        if (state == Closed)
            DrainToDeadLetters();
        else if (state != Scheduled && !TrySchedule(state))
            TrySchedule(state == Idle ? Parked : Idle);
    }

    /// <summary>Puts a message before all waiting ones. Only from the actor's own thread.</summary>
    public void Prepend(Envelope envelope) => _prepended.Push(envelope);

    public void Suspend() => _suspensions++;

    public void Resume() => _suspensions = Math.Max(0, _suspensions - 1);

    /// <summary>Ends the mailbox: what waits and what comes later are dead letters.</summary>
    public void Close()
    {
        Interlocked.Exchange(ref _state, Closed);
        DrainToDeadLetters();
    }

    public void Run() => Execute();

    public void Execute()
    {
        var previous = ActorCell.Current;
        ActorCell.Current = _cell;
        try
        {
            ProcessSystemMessages();
            ProcessUserMessages();
        }
        finally
        {
            ActorCell.Current = previous;
            GiveUp();
        }
    }

    private void ProcessUserMessages()
    {
        for (var left = _dispatcher.Throughput; left > 0 && _suspensions == 0; left--)
        {
            if (_state == Closed || !TryDequeue(out var envelope))
                return;
            _cell.Invoke(in envelope);
            if (_system.HasMessages)
                ProcessSystemMessages();
        }
    }

    private bool TryDequeue(out Envelope envelope) => _prepended.TryPop(out envelope) || _user.TryDequeue(out envelope);

    private void ProcessSystemMessages()
    {
        while (_state != Closed && _system.TakeAll() is { } message)
        {
            while (message is not null)
            {
                var next = message.Next;
                message.Next = null;
                if (_state == Closed)
                    _cell.ToDeadLetters(message);
                else
                    _cell.SystemInvoke(message);
                message = next;
            }
        }
    }

    private void GiveUp()
    {
        if (_state == Closed)
            return;
        var parked = _suspensions > 0;
        if (_system.HasMessages || (!parked && HasUserMessages))
        {
            _dispatcher.Execute(this);
            return;
        }

        var next = parked ? Parked : Idle;
        Interlocked.Exchange(ref _state, next);
        if (_system.HasMessages || (!parked && _user.HasMessages))
            TrySchedule(next);
    }

    private bool TrySchedule(int from)
    {
        if (Interlocked.CompareExchange(ref _state, Scheduled, from) != from)
            return false;
        _dispatcher.Execute(this);
        return true;
    }

    /// <summary>Takes under the lock, tells outside it: a dead letter may lead to another mailbox that is being drained.</summary>
    private void DrainToDeadLetters()
    {
        SystemMessage message;
        var envelopes = new List<Envelope>();
        lock (_prepended)
        {
            message = _system.TakeAll();
            while (TryDequeue(out var envelope))
                envelopes.Add(envelope);
        }

        while (message is not null)
        {
            var next = message.Next;
            message.Next = null;
            _cell.ToDeadLetters(message);
            message = next;
        }

        foreach (var envelope in envelopes)
            _cell.ToDeadLetters(envelope);
    }
}
