using NasEngine.Contracts;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Pipeline.Actors;

/// <summary>
/// What brings a new worker of a supernet search to where the lost one was: the checkpoints, and the candidates since
/// the oldest of them with what they measured.
/// </summary>
internal sealed class TrainerMemory(string folder, IEnumerable<CheckpointSaved> known, IEnumerable<(Candidate Candidate, Measurement Measurement)> since)
{
    private const int Kept = 3;

    private readonly List<CheckpointSaved> _known = [.. known.TakeLast(Kept)];
    private readonly List<(Candidate Candidate, Measurement Measurement)> _since = [.. since];

    public string Folder => folder;

    public void Remember(Candidate candidate, Measurement measurement) => _since.Add((candidate, measurement));

    public void Remember(CheckpointSaved saved)
    {
        _known.Add(saved);
        if (_known.Count > Kept)
        {
            _known.RemoveAt(0);
            _since.RemoveAll(done => done.Candidate.Number <= _known[0].Number);
        }
    }

    /// <summary>The supernet is not needed any more.</summary>
    public void Forget()
    {
        _known.Clear();
        _since.Clear();
    }

    public async Task CatchUpAsync(IWorker worker, ISearchObserver observer, CancellationToken cancellation)
    {
        var restored = await worker.RestoreAsync(folder, [.. _known], cancellation).ConfigureAwait(false);
        foreach (var file in restored.Damaged)
        {
            observer.Note($"Checkpoint '{file}' is missing or damaged; going on from the one before.");
        }

        var missing = _since.Where(done => done.Candidate.Number > restored.Number && done.Measurement.Failure is not { Kind: FailureKind.Poisoned }).ToArray();
        if (missing.Length == 0)
        {
            return;
        }

        observer.Note($"Repeating {missing.Length} finished steps since the last checkpoint to bring the weights up to date.");
        foreach (var (candidate, measurement) in missing)
        {
            await worker.TrainAsync(WorkerRole.Search, candidate, Silent.Instance, cancellation).ConfigureAwait(false);
            var again = await worker.EvaluateAsync(WorkerRole.Search, candidate, Silent.Instance, cancellation).ConfigureAwait(false);
            if (!again.Equals(measurement))
            {
                observer.Note($"Step {candidate.Number} measures otherwise than before: the machine or its libraries are not what they were, and the rest of the search may differ.");
                break;
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
