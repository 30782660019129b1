namespace NasEngine.Pipeline.Actors;

/// <summary>Who works on what: jobs wait, are leased to a slot, and come back. A lapsed lease is not taken back.</summary>
internal sealed class Assignments
{
    private readonly LinkedList<Job> _waiting = new();
    private readonly Dictionary<long, Job> _leased = [];
    private readonly Queue<int> _idle = new();
    private long _lastLease;

    /// <summary>Whether no job is leased.</summary>
    public bool NothingRuns => _leased.Count == 0;

    /// <summary>Whether some slot has nothing to do.</summary>
    public bool HasIdle => _idle.Count > 0;

    /// <summary>How many slots have nothing to do.</summary>
    public int IdleCount => _idle.Count;

    public void Add(Job job) => _waiting.AddLast(job);

    public void Idle(int slot) => _idle.Enqueue(slot);

    /// <summary>The slot that waited longest, for something else than a job.</summary>
    public int TakeIdle() => _idle.Dequeue();

    /// <summary>The next job for an idle slot, with a new lease.</summary>
    public (int Slot, Job Job)? Next()
    {
        if (_idle.Count == 0 || _waiting.First is not { } first)
        {
            return null;
        }

        _waiting.RemoveFirst();
        var job = first.Value with { Lease = ++_lastLease };
        _leased[job.Candidate.Number] = job;
        return (_idle.Dequeue(), job);
    }

    /// <summary>Ends a lease; false when it had lapsed, and the answer counts for nothing.</summary>
    public bool Return(Job job)
    {
        if (!_leased.TryGetValue(job.Candidate.Number, out var leased) || leased.Lease != job.Lease)
        {
            return false;
        }

        _leased.Remove(job.Candidate.Number);
        return true;
    }

    /// <summary>Puts a lost job back, before all others.</summary>
    public void Again(Job job) => _waiting.AddFirst(job);
}
