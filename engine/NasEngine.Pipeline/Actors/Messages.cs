using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Pipeline.Actors;

/// <summary>To the sampler: let the strategy do what it can in this state.</summary>
internal sealed record TakeTurn(SearchState State, bool Snapshot);

/// <summary>From the sampler: what it did, with the strategy's state if that was asked for.</summary>
internal sealed record TurnTaken(Turn Turn, byte[]? Strategy);

/// <summary>To the sampler: name the winners.</summary>
internal sealed record Recommend(int Count);

/// <summary>From the sampler: the strategy's winners and its final alphas.</summary>
internal sealed record Recommended(
    ImmutableArray<Architecture> Architectures, ImmutableSortedDictionary<string, ImmutableArray<double>> Alphas);

/// <summary>From the sampler: the strategy threw, returned nonsense or did not return.</summary>
internal sealed record StrategyBroke(string Reason);

/// <summary>From a trainer: it has a worker and nothing to do.</summary>
internal sealed record TrainerReady(int Slot, bool Stateful, int Round);

/// <summary>From a trainer to its evaluator: the weights are in the worker.</summary>
internal sealed record Trained(Job Job, IWorker Worker);

/// <summary>From an evaluator to the profiler.</summary>
internal sealed record Evaluated(int Slot, Job Job, Measurement Measurement, IWorker Worker);

/// <summary>From the profiler: a job went all the way.</summary>
internal sealed record JobDone(int Slot, Job Job, Measurement Measurement, LatencyMeasurement? Latency);

/// <summary>From any stage to the trainer: the job could not go on.</summary>
internal sealed record StageFailed(int Slot, Job Job, Exception Problem);

/// <summary>From a trainer: a job is lost with its worker.</summary>
internal sealed record JobLost(int Slot, Job Job, string Reason);

/// <summary>From a trainer: its worker did not start.</summary>
internal sealed record WorkerNotStarted(int Slot, string Reason, int Round);

/// <summary>To a trainer without a worker: try again.</summary>
internal sealed record StartWorkerAgain;

/// <summary>
/// To a trainer: drop the worker and start another, by <paramref name="Create"/> or as ever when that is null. What it says
/// from then on carries the round.
/// </summary>
internal sealed record RenewWorker(int Round, Func<int, IWorker>? Create);

/// <summary>From a trainer: something the user gave cannot work; the search cannot go on.</summary>
internal sealed record InputBroke(InputException Problem, int Round);

/// <summary>To the sampler: save the strategy.</summary>
internal sealed record SaveStrategy;

/// <summary>From the sampler: what the strategy saved.</summary>
internal sealed record StrategySaved(byte[] Strategy);

/// <summary>The new version of a plugin is loaded and its strategy stands where the old one stands.</summary>
internal sealed record SwapLoaded(PluginExchange Exchange);

/// <summary>The new version of a plugin does not fit.</summary>
internal sealed record SwapFailed(string Reason)
{
    /// <summary>The reason; a version that is loaded after all, too late, is dropped.</summary>
    public static SwapFailed Of(Exception problem, Task<PluginExchange> loading)
    {
        _ = loading.ContinueWith(
            late => late.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        return new SwapFailed(Cause.Of(problem) is TimeoutException ? "it took too long to take the strategy's state." : Cause.Of(problem).Message);
    }
}

/// <summary>To a trainer: save the state after this candidate.</summary>
internal sealed record Checkpoint(long Number);

/// <summary>From a trainer: it is saved.</summary>
internal sealed record CheckpointDone(CheckpointSaved Saved);

/// <summary>From a trainer: it could not be saved; the search goes on without.</summary>
internal sealed record CheckpointFailed(string Reason);

/// <summary>A commit is on disk.</summary>
internal sealed record Committed;

/// <summary>A commit could not be written.</summary>
internal sealed record CommitFailed(Exception Problem);

/// <summary>Try the commit again.</summary>
internal sealed record TryCommitAgain;

/// <summary>Stop at the next safe point; the search can be resumed.</summary>
internal sealed record StopSearch;
