using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>Where a search is. Immutable; made from events alone, see <see cref="Evolution"/>.</summary>
public sealed record SearchState
{
    /// <summary>Numbers of further seeds lie above all that candidates have.</summary>
    private const int SeedShift = 32;

    /// <summary>A search of which nothing happened yet.</summary>
    public SearchState(SearchSpec spec) => (Spec, Axes) = (spec, spec.Objective.Axes);

    /// <summary>What is searched, and how.</summary>
    public SearchSpec Spec { get; }

    /// <summary>The objective's axes, worked out once.</summary>
    public ImmutableArray<ObjectiveAxis> Axes { get; }

    /// <summary>How far it is.</summary>
    public SearchPhase Phase { get; init; }

    /// <summary>Number of the next proposal; also how many there were.</summary>
    public long Next { get; init; }

    /// <summary>Whether there are supernet steps among its candidates; known from the first of them on.</summary>
    public bool IsSupernet { get; init; }

    /// <summary>How many candidates the strategy was told of.</summary>
    public long ObservedCount { get; init; }

    /// <summary>Architectures measured so far: one per trial, one per route of a step.</summary>
    public long Samples { get; init; }

    /// <summary>What was spent of the budget, beside the candidates.</summary>
    public Spent Spent { get; init; } = new();

    /// <summary>
    /// The highest fidelity that a trial was measured at: leaders and front are of this one alone. Null before the first.
    /// </summary>
    public Fidelity? TopFidelity { get; init; }

    /// <summary>Networks that may still be asked for, by the number of the trial that left it.</summary>
    public ImmutableSortedDictionary<long, LeftNetwork> Kept { get; init; } = ImmutableSortedDictionary<long, LeftNetwork>.Empty;

    /// <summary>What failed so far.</summary>
    public FailureTally Failures { get; init; } = FailureTally.None;

    /// <summary>Attempts that were lost, as far as this program counted them.</summary>
    public long LostAttempts { get; init; }

    /// <summary>Why the last attempt was lost; null when none was, or this program was not told.</summary>
    public string? LostFor { get; init; }

    /// <summary>Trials that were measured without failure and have no score.</summary>
    public long Unscored { get; init; }

    /// <summary>Proposed and not yet observed, ascending.</summary>
    public ImmutableArray<Candidate> Pending { get; init; } = [];

    /// <summary>Measured and not yet observed, in the order of arrival.</summary>
    public ImmutableArray<Arrival> Arrived { get; init; } = [];

    /// <summary>Lost attempts of pending candidates, by number.</summary>
    public ImmutableSortedDictionary<long, int> Attempts { get; init; } = ImmutableSortedDictionary<long, int>.Empty;

    /// <summary>The best trials, best first.</summary>
    public ImmutableArray<Leader> Leaders { get; init; } = [];

    /// <summary>
    /// Trials of the highest fidelity that no other one dominates by the objective's axes; of a supernet, whose paths are
    /// measured with shared weights, finalists. See <see cref="ParetoFront.Once"/>.
    /// </summary>
    public ImmutableArray<FrontMember> NonDominated { get; init; } = [];

    /// <summary>Architectures that somebody wants tried next, in order.</summary>
    public ImmutableArray<Architecture> Queue { get; init; } = [];

    /// <summary>Pending candidates that came from there and not from the strategy.</summary>
    public ImmutableSortedSet<long> Wished { get; init; } = [];

    /// <summary>Whether it is paused: nothing new begins.</summary>
    public bool IsPaused { get; init; }

    /// <summary>
    /// Trials that have a value on every axis of the front, of any fidelity; null where an earlier program did not count them.
    /// </summary>
    public long? Placed { get; init; } = 0;

    /// <summary>What the strategy said last.</summary>
    public ImmutableSortedDictionary<string, double> Status { get; init; } =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    /// <summary>Mean of the metrics of the last measured candidate.</summary>
    public Measurement? Last { get; init; }

    /// <summary>The winners, best first; empty while searching.</summary>
    public ImmutableArray<Finalist> Finalists { get; init; } = [];

    /// <summary>Winners of an earlier definition that need not be trained again where they win again.</summary>
    public ImmutableArray<KeptFinal> KeptFinals { get; init; } = [];

    /// <summary>Final alphas, once the winners are chosen.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<double>> Alphas { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<double>>(StringComparer.Ordinal);

    /// <summary>Why it failed; null when it did not.</summary>
    public string? Failure { get; init; }

    /// <summary>How many winners are asked for.</summary>
    public int Winners => Spec.Final?.Count ?? Search.Leaders.Kept;

    /// <summary>How many of the best trials are kept, at most.</summary>
    public int LeadersKept => Math.Max(Search.Leaders.Kept, Winners);

    /// <summary>Whether the whole budget was proposed.</summary>
    public bool BudgetSpent => TimeSpent || Next >= Spec.Budget.Candidates || Spent.Reaches(Spec.Budget);

    /// <summary>Whether the wall time of the budget has passed.</summary>
    public bool TimeSpent { get; init; }

    /// <summary>The number of the first finalist as a candidate.</summary>
    public long FirstFinal => Spec.Budget.Candidates < Budget.Unlimited ? Spec.Budget.Candidates : Next;

    /// <summary>How many seeds each winner is trained from.</summary>
    public int FinalSeeds => Spec.Final?.Seeds ?? 1;

    /// <summary>
    /// The number of a finalist as a candidate, which its training draws all its random numbers by: each further seed has numbers of its
    /// own, which stay what they are when there are more winners.
    /// </summary>
    /// <param name="rank">Its place among those chosen, from 0.</param>
    /// <param name="seed">Which of its seeds, from 0.</param>
    public long FinalNumber(int rank, int seed) => FirstFinal + rank + ((long)seed << SeedShift);

    /// <summary>Which of its seeds a candidate of this number is trained from, from 0, and its number at the first of them.</summary>
    public static (long Number, int Seed) OfSeed(long number) => (number & ((1L << SeedShift) - 1), (int)(number >> SeedShift));

    /// <summary>Whether one more candidate may be in flight.</summary>
    public bool HasRoom => Phase == SearchPhase.Searching && !BudgetSpent && Pending.Length < Spec.Window;

    /// <summary>Pending candidates that are not measured yet, in order.</summary>
    public IEnumerable<Candidate> Unmeasured => Pending.Where(candidate => !HasArrived(candidate.Number));

    /// <summary>Whether a measurement waits to be observed.</summary>
    public bool HasArrived(long number) => ArrivalOf(number) is not null;

    /// <summary>The measurement of a candidate that waits to be observed; null when there is none.</summary>
    public Arrival? ArrivalOf(long number)
    {
        foreach (var arrival in Arrived)
        {
            if (arrival.Number == number)
            {
                return arrival;
            }
        }

        return null;
    }

    /// <summary>A pending candidate.</summary>
    public Candidate PendingOf(long number)
    {
        foreach (var candidate in Pending)
        {
            if (candidate.Number == number)
            {
                return candidate;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(number), number, "Not pending.");
    }

    /// <summary>
    /// The next measurement to tell the strategy: in a deterministic search that of the oldest pending candidate, if it
    /// is there; otherwise the first that arrived.
    /// </summary>
    public Arrival? NextToObserve() =>
        Arrived.IsEmpty ? null
        : Spec.Deterministic ? ArrivalOf(Pending[0].Number)
        : Arrived[0];
}
