using NasEngine.Contracts;
using NasEngine.Pipeline.Checkpoints;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Pipeline.Actors;

/// <summary>
/// What brings a new worker of a supernet search to where the lost one was: the checkpoints, and every candidate with
/// what it measured, since the checkpoint that can be read may be an old one, or there may be none.
/// </summary>
internal sealed class TrainerMemory(string folder, IEnumerable<CheckpointSaved> known, IEnumerable<(Candidate Candidate, Measurement Measurement)> done)
{
    private readonly List<CheckpointSaved> _known = [.. known.TakeLast(CheckpointStore.Kept)];
    private readonly List<(Candidate Candidate, Measurement Measurement)> _done = [.. done];

    public string Folder => folder;

    public void Remember(Candidate candidate, Measurement measurement) => _done.Add((candidate, measurement));

    public void Remember(CheckpointSaved saved)
    {
        _known.Add(saved);
        if (_known.Count > CheckpointStore.Kept)
        {
            _known.RemoveAt(0);
        }
    }

    /// <summary>The supernet is not needed any more.</summary>
    public void Forget()
    {
        _known.Clear();
        _done.Clear();
    }

    public async Task CatchUpAsync(IWorker worker, ISearchObserver observer, CancellationToken cancellation)
    {
        var restored = await worker.RestoreAsync(folder, [.. _known], cancellation).ConfigureAwait(false);
        foreach (var file in restored.Damaged)
        {
            observer.Note($"Checkpoint '{file}' is missing or damaged; going on from the one before.");
        }

        var missing = _done.Where(one => one.Candidate.Number > restored.Number && one.Measurement.Failure is not { Kind: FailureKind.Poisoned }).ToArray();
        if (missing.Length == 0)
        {
            return;
        }

        observer.Note($"Repeating {missing.Length} finished steps since the last checkpoint to bring the weights up to date.");
        var same = true;
        foreach (var (candidate, measurement) in missing)
        {
            await worker.TrainAsync(WorkerRole.Search, candidate, Silent.Instance, cancellation).ConfigureAwait(false);
            var again = await worker.EvaluateAsync(WorkerRole.Search, candidate, Silent.Instance, cancellation).ConfigureAwait(false);
            if (same && !again.Equals(measurement))
            {
                same = false;
                observer.Note($"Step {candidate.Number} measures otherwise than before: the machine or its libraries are not what they were, and the rest of the search may differ.");
            }
        }
    }

    private sealed class Silent : IJobProgress
    {
        public static readonly Silent Instance = new();

        public void Report(string stage, long done, long total)
        {
        }
    }
}
