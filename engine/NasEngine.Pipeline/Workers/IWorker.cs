using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Pipeline.Searches;
using NasEngine.Search;

namespace NasEngine.Pipeline.Workers;

/// <summary>
/// Runs jobs of one search, one at a time. Every method fails with <see cref="WorkerLost"/> when the worker is gone or
/// not to be trusted any more, and with <see cref="InputException"/> when what the user gave cannot work.
/// </summary>
public interface IWorker : IAsyncDisposable
{
    /// <summary>The node that it is on; null where it is on none, or waits for one.</summary>
    NodeRef? Node => null;

    /// <summary>
    /// Waits until there is a place where it can do work of a kind: a worker of another machine waits for one that has room. However long
    /// that takes, it is no fault. Asked before it is started, and before each job.
    /// </summary>
    /// <param name="kind">The kind.</param>
    /// <param name="cancellation">Nobody waits any more.</param>
    /// <returns>Whether the place is another one than before, where it must be started first.</returns>
    Task<bool> PlaceAsync(MachineWork kind, CancellationToken cancellation) => Task.FromResult(false);

    /// <summary>
    /// What follows when it is not fit for its search though it has started: of a worker of another machine that may be the machine's
    /// fault, and no other's.
    /// </summary>
    /// <param name="problem">What is wrong with it.</param>
    /// <returns>What to throw.</returns>
    Task<Exception> BlameAsync(InputException problem) => Task.FromResult<Exception>(problem);

    /// <summary>Starts it and says what it is.</summary>
    /// <param name="networks">Folder of the networks that trials leave for later ones; null where none are kept.</param>
    /// <param name="cancellation">Gives up the start.</param>
    Task<WorkerReady> StartAsync(string? networks, CancellationToken cancellation);

    /// <summary>Trains a candidate and measures it, with one message there and one back; the weights stay in the worker.</summary>
    /// <exception cref="DiskRefused">The disk has no room now for the network that it leaves; it can be measured again.</exception>
    Task<Measurement> TrainAndEvaluateAsync(WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation);

    /// <summary>Measures the candidate trained last once more.</summary>
    /// <exception cref="DiskRefused">As above.</exception>
    Task<Measurement> EvaluateAsync(WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation);

    /// <summary>Saves the state after candidate <paramref name="number"/>.</summary>
    Task<CheckpointSaved> SaveAsync(long number, string folder, CancellationToken cancellation);

    /// <summary>Takes the newest sound checkpoint.</summary>
    Task<RestoredCheckpoint> RestoreAsync(string folder, IReadOnlyList<CheckpointSaved> known, CancellationToken cancellation);

    /// <summary>Measures the latency of an architecture.</summary>
    Task<LatencyMeasurement> ProfileAsync(Architecture architecture, CancellationToken cancellation);

    /// <summary>Writes the network evaluated last into a folder. Fails with <see cref="DiskRefused"/> when there is no room.</summary>
    Task ExportAsync(WorkerRole role, Candidate candidate, string folder, CancellationToken cancellation);
}

/// <summary>What a worker says of itself when it is ready.</summary>
/// <param name="Pid">Its process.</param>
/// <param name="Device">Where its tensors live.</param>
/// <param name="Threads">Threads it uses.</param>
/// <param name="Stateful">Whether its candidates build on each other (a supernet).</param>
/// <param name="DataHash">SHA-256 of the data that it works on, hexadecimal; null when there are none.</param>
public sealed record WorkerReady(int Pid, string Device, int Threads, bool Stateful, string? DataHash = null)
{
    /// <summary>SHA-256 of the files that its parts read by path; see <see cref="SearchFiles"/>.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What is in the files that it reads.</summary>
    public InputHashes Inputs => new(DataHash, Files);

    /// <summary>
    /// What users may not expect of the data and of what measures; see <see cref="IDataset.Remarks"/>, <see cref="IEstimator.Remarks"/>.
    /// </summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Whether its estimator plans over the budget; see <see cref="IEstimator.PlansByBudget"/>.</summary>
    public bool PlansByBudget { get; init; }

    /// <summary>Names of the metrics that it measures; null where it does not know. See <see cref="IEstimator.Metrics"/>.</summary>
    public IReadOnlyList<string>? Metrics { get; init; }

    /// <summary>Number of classes of the data; null when there are none.</summary>
    public int? Classes { get; init; }
}

/// <summary>Which checkpoint a worker took.</summary>
/// <param name="Number">The candidate it stands after; −1 when there was none.</param>
/// <param name="Damaged">Files passed over since they are missing or altered.</param>
public sealed record RestoredCheckpoint(long Number, IReadOnlyList<string> Damaged);
