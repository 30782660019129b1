namespace NasEngine.Pipeline.Actors;

/// <summary>Checkpoints of a supernet: between two candidates, after the last one is in the journal.</summary>
internal sealed partial class SearchActor
{
    private bool CheckpointDue =>
        _stateful && _state.ObservedCount > 0 && _assignments is { HasIdle: true, NothingRuns: true } &&
        (_stopping || _plan.Time.GetElapsedTime(_lastCheckpoint) >= _plan.Settings.CheckpointPeriod);

    private void BeginCheckpoint()
    {
        _busy = true;
        _trainers[_assignments.TakeIdle()].Tell(new Checkpoint(_state.ObservedCount - 1), Self);
    }

    private void OnCheckpoint(CheckpointDone done)
    {
        _checkpointedAt = _state.ObservedCount;
        Happen(done.Saved);
        Commit(EndCheckpoint);
    }

    private void OnCheckpointFailed(CheckpointFailed failed)
    {
        _plan.Observer.Note($"The checkpoint could not be written: {failed.Reason} The search goes on without it.");
        EndCheckpoint();
        if (_swaps.Count > 0)
        {
            Refuse($"the checkpoint to go on from could not be written: {failed.Reason}");
        }

        StopIfIdle();
    }

    private void EndCheckpoint()
    {
        _busy = false;
        _lastCheckpoint = _plan.Time.GetTimestamp();
        _assignments.Idle(0);
        Dispatch();
    }
}
