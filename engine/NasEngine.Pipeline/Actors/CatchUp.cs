using System.Collections.Immutable;
using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Pipeline.Actors;

/// <summary>
/// Brings a new worker of a supernet search to where the lost one was: from the newest checkpoint that can be read, or from
/// nothing, by the steps that the journal has after it.
/// </summary>
internal static class CatchUp
{
    public static async Task RunAsync(
        IWorker worker, ImmutableArray<CheckpointSaved> checkpoints, SearchPlan plan, CancellationToken cancellation)
    {
        var restored = await plan.Jobs.RunAsync(() => worker.RestoreAsync(plan.CheckpointFolder, checkpoints, cancellation))
            .ConfigureAwait(false);
        foreach (var file in restored.Damaged)
        {
            plan.Observer.Note($"Checkpoint '{file}' is missing or damaged; going on from the one before.");
        }

        var (repeated, same) = (0, true);
        foreach (var (candidate, measurement) in plan.Log.StepsAfter(restored.Number))
        {
            if (repeated++ == 0)
            {
                plan.Observer.Note("Repeating the steps since the last checkpoint to bring the weights up to date.");
            }

            using var place = await plan.Share.EnterAsync(cancellation).ConfigureAwait(false);
            var again = await plan.Jobs.RunAsync(
                progress => worker.TrainAndEvaluateAsync(WorkerRole.Search, candidate, progress, cancellation),
                NoProgress.Instance).ConfigureAwait(false);
            if (same && !again.Equals(measurement))
            {
                same = false;
                plan.Observer.Note(
                    $"Step {candidate.Number} measures otherwise than before: the machine or its libraries are not what they were, "
                    + "and the rest of the search may differ.");
            }
        }
    }
}
