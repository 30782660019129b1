using Akka.Dispatch.SysMsg;

namespace Akka.Dispatch;

/// <summary>The system messages waiting for one actor: an intrusive lock-free stack, taken whole and reversed.</summary>
internal sealed class SystemMessageQueue
{
    private SystemMessage _latest;

    public bool HasMessages => Volatile.Read(ref _latest) is not null;

    public void Enqueue(SystemMessage message)
    {
        SystemMessage seen;
        do
        {
            seen = Volatile.Read(ref _latest);
            message.Next = seen;
        }
        while (Interlocked.CompareExchange(ref _latest, message, seen) != seen);
    }

    /// <summary>All waiting messages, linked from the earliest, or null.</summary>
    public SystemMessage TakeAll()
    {
        var latest = Interlocked.Exchange(ref _latest, null);
        SystemMessage earliest = null;
        while (latest is not null)
        {
            var earlier = latest.Next;
            latest.Next = earliest;
            earliest = latest;
            latest = earlier;
        }

        return earliest;
    }
}
