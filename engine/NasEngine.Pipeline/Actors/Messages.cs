using NasEngine.Contracts;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Pipeline.Actors;

/// <summary>To the root: run the search. Answered by <see cref="RunEnded"/>.</summary>
internal sealed record RunSearch;

/// <summary>The run is over: with an outcome, or with what it broke on.</summary>
internal sealed record RunEnded(SearchOutcome? Outcome, Exception? Problem);

/// <summary>Somebody wants a plugin swapped. Answered by a <see cref="SwapAnswer"/>.</summary>
internal sealed record SwapRequest(string Plugin);

/// <summary>To the search: start a worker now, made by <paramref name="Create"/>.</summary>
internal sealed record StartTrainer(StartWorker Start, Func<int, IWorker> Create);

/// <summary>
/// From a trainer to its evaluator: the weights are in the worker, and measured already; null where the disk had no room for what the
/// measuring leaves.
/// </summary>
internal sealed record Trained(Job Job, IWorker Worker, Measurement? Measurement);

/// <summary>From an evaluator to the profiler.</summary>
internal sealed record Evaluated(int Slot, Job Job, Measurement Measurement, IWorker Worker);

/// <summary>From a trainer to the profiler: nothing else runs, so measure the latency.</summary>
internal sealed record LatencyDue(int Slot, Job Job, Measurement Measurement, IWorker Worker);

/// <summary>From any stage to the trainer: the job could not go on; null when the worker did not start.</summary>
internal sealed record StageFailed(Job? Job, Exception Problem);

/// <summary>To the journal: write these events after all before them, and show the state.</summary>
/// <param name="Events">In order; none where the strategy only observed, which is shown and not written.</param>
/// <param name="Count">How many events of this run there are with them.</param>
/// <param name="State">The search after them.</param>
/// <param name="Saved">The strategy's state after them, for a snapshot; null when there is to be none.</param>
internal sealed record Append(IReadOnlyList<SearchEvent> Events, long Count, SearchState State, byte[]? Saved);

/// <summary>From the journal: it cannot be written, and trying again is of no use.</summary>
internal sealed record JournalFailed(Exception Problem);
