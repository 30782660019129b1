using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>Something that happened in a search. The state of a search is what its events make of it, in order.</summary>
public abstract record SearchEvent
{
    private protected SearchEvent()
    {
    }
}

/// <summary>The strategy proposed a candidate.</summary>
public sealed record Proposed(Candidate Candidate) : SearchEvent;

/// <summary>
/// Somebody wants this architecture tried: it is the next trial, at full fidelity, in place of a proposal of the strategy, which learns of
/// its result (<see cref="IStrategy.Learn"/>).
/// </summary>
public sealed record Enqueued(Architecture Architecture) : SearchEvent;

/// <summary>An attempt at a candidate was lost with its worker; it will be tried again.</summary>
/// <param name="Number">The candidate.</param>
/// <param name="Attempt">1 for the first.</param>
/// <param name="Reason">One sentence.</param>
public sealed record AttemptFailed(long Number, int Attempt, string Reason) : SearchEvent
{
    /// <summary>Who had it.</summary>
    public WorkedBy By { get; init; }
}

/// <summary>A candidate was measured, or failed for good.</summary>
public sealed record Measured(long Number, Measurement Measurement) : SearchEvent
{
    /// <summary>Who had it.</summary>
    public WorkedBy By { get; init; }
}

/// <summary>The strategy was told of a measured candidate, and where it stood after that.</summary>
public sealed record Observed(long Number, ImmutableSortedDictionary<string, double> Status) : SearchEvent
{
    /// <summary>
    /// The trial's score by the objective; null when it has none. Like the observation itself it is made anew by a replay, and
    /// not kept in the journal.
    /// </summary>
    public double? Score { get; init; }

    /// <summary>By how much the trial misses what winners must keep to; made anew as the score is.</summary>
    public double Excess { get; init; }

    /// <summary>
    /// Which network the trial's architecture is (<see cref="ISearchSpace.NetworkOf"/>), where it is among the best; made anew as the
    /// score is.
    /// </summary>
    public string? Network { get; init; }

    /// <summary>
    /// Candidates whose networks the strategy may still start from; null when it does not say. Made anew as the score is.
    /// </summary>
    public ImmutableArray<long>? Wanted { get; init; }
}

/// <summary>
/// The trainer's state after candidate <paramref name="Number"/> is in a file, whole and on disk.
/// </summary>
public sealed record CheckpointSaved(long Number, string File, string Sha256) : SearchEvent;

/// <summary>
/// From here on the search runs on other versions of plugins. What came before was decided by the old ones and cannot be
/// asked of the new ones, so the event holds all there is to go on from; null when the strategy has no say any more.
/// </summary>
/// <param name="Changes">The plugins.</param>
/// <param name="Start">The search and its strategy at this place.</param>
public sealed record PluginsChanged(ImmutableArray<PluginChange> Changes, SavedSearch? Start) : SearchEvent;

/// <summary>
/// The wall time of the budget has passed: from here on nothing is proposed. In the journal, since the clock of another run would say
/// otherwise.
/// </summary>
public sealed record TimeSpent : SearchEvent;

/// <summary>From here on nothing new begins; what is in flight is finished.</summary>
public sealed record Paused : SearchEvent;

/// <summary>The search goes on after a pause, or after the run that was in one.</summary>
public sealed record Resumed : SearchEvent;

/// <summary>The budget is spent or the strategy has nothing more; these architectures won, best first.</summary>
public sealed record FinalistsChosen(
    ImmutableArray<Architecture> Architectures, ImmutableSortedDictionary<string, ImmutableArray<double>> Alphas) : SearchEvent;

/// <summary>A finalist was trained from scratch and measured. Its latency is a time, and kept apart from its metrics.</summary>
/// <param name="Rank">Its place among those chosen, from 0.</param>
/// <param name="Measurement">What came of it.</param>
/// <param name="Latency">Its latency, where it was measured.</param>
public sealed record FinalistMeasured(int Rank, Measurement Measurement, LatencyMeasurement? Latency) : SearchEvent
{
    /// <summary>What it is ranked by; null for one that failed.</summary>
    public FinalScore? FinalScore { get; init; }

    /// <summary>Which of the seeds it was trained from (<see cref="FinalSpec.Seeds"/>), from 0.</summary>
    public int Seed { get; init; }

    /// <summary>Who had it.</summary>
    public WorkedBy By { get; init; }
}

/// <summary>By their own final measurements the winners stand in another order than the search chose them.</summary>
/// <param name="Order">Places among those chosen, best first.</param>
public sealed record FinalistsRanked(ImmutableArray<int> Order) : SearchEvent;

/// <summary>
/// The search goes on with another definition, of which that before was a beginning: more to spend, or other winners. What was decided of
/// winners is taken back, see <see cref="TakenBack"/>.
/// </summary>
/// <param name="Spec">The definition from here on.</param>
/// <param name="Kept">Winners whose training the definition leaves as it was.</param>
public sealed record Redefined(SearchSpec Spec, ImmutableArray<KeptFinal> Kept) : SearchEvent
{
    /// <summary>Whether there is more wall time than before.</summary>
    public bool MoreTime { get; init; }
}

/// <summary>A winner that was trained under an earlier definition, as it would be under the present one.</summary>
/// <param name="Architecture">The architecture.</param>
/// <param name="Measured">What came of it, with its place among those chosen.</param>
public sealed record KeptFinal(Architecture Architecture, FinalistMeasured Measured);

/// <summary>The search is called so from here on.</summary>
public sealed record Renamed(string Name) : SearchEvent;

/// <summary>Somebody wrote something down.</summary>
/// <param name="Text">One line, see <see cref="NoteText"/>.</param>
/// <param name="Candidate">What it is of; null of the search as a whole.</param>
public sealed record Noted(string Text, long? Candidate) : SearchEvent;

/// <summary>The search is done.</summary>
public sealed record Completed : SearchEvent;

/// <summary>The search stopped by itself and cannot go on as it is.</summary>
public sealed record Failed(string Reason) : SearchEvent
{
    /// <summary>
    /// The first of the candidates at its end that were lost with their workers: who goes on tries them again, see <see cref="TakenBack"/>.
    /// Null when there are none.
    /// </summary>
    public long? Retry { get; init; }
}
