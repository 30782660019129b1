using NasEngine.Contracts;

namespace NasEngine.Pipeline.Workers;

/// <summary>
/// A worker that measures no candidate itself: it waits for what is told. Winners are another worker's affair, where they are trained.
/// </summary>
/// <param name="worker">The other one.</param>
/// <param name="results">What is told.</param>
public sealed class ToldWorker(IWorker worker, ToldResults results) : ForwardingWorker
{
    /// <inheritdoc/>
    protected override IWorker Worker => worker;

    /// <inheritdoc/>
    public override Task<Measurement> TrainAndEvaluateAsync(
        WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation) =>
        role == WorkerRole.Search
            ? results.WaitAsync(candidate.Number, cancellation)
            : base.TrainAndEvaluateAsync(role, candidate, progress, cancellation);
}
