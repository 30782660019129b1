using System.Collections.Concurrent;

namespace Akka.Dispatch;

/// <summary>Runs mailboxes on threads of its own, which start with the first actor and end after the last one.</summary>
internal sealed class DedicatedThreadDispatcher(string id, int throughput, int threadCount, bool background) : MessageDispatcher(id, throughput)
{
    private readonly object _gate = new();
    private BlockingCollection<IRunnable> _work;

    public override void Schedule(IRunnable run) => Enqueue(run);

    internal override void Execute(Mailbox mailbox) => Enqueue(mailbox);

    internal override void Attach()
    {
        lock (_gate)
        {
            base.Attach();
            if (_work is null)
                StartThreads();
        }
    }

    internal override void Detach()
    {
        lock (_gate)
        {
            base.Detach();
            if (Inhabitants > 0)
                return;
            _work.CompleteAdding();
            _work = null;
        }
    }

    private void StartThreads()
    {
        _work = [];
        for (var i = 0; i < threadCount; i++)
            new Thread(Work) { IsBackground = background, Name = $"{Id}-{i + 1}" }.Start(_work);
    }

    private void Enqueue(IRunnable run)
    {
        lock (_gate)
        {
            if (_work is null)
                ThreadPool.UnsafeQueueUserWorkItem(static r => r.Run(), run, preferLocal: false);
            else
                _work.Add(run);
        }
    }

    private static void Work(object work)
    {
        foreach (var run in ((BlockingCollection<IRunnable>)work).GetConsumingEnumerable())
            run.Run();
    }
}
