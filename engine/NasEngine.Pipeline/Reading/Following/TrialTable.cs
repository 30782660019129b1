using System.Runtime.CompilerServices;
using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Pipeline.Reading.Following;

/// <summary>
/// The candidates of a search as columns by their numbers: a million of them take some hundred megabytes less than as many records.
/// Not safe from several threads: <see cref="SearchFollower"/> says when it may be read.
/// </summary>
public sealed class TrialTable
{
    private readonly NamedColumns _metrics = new();
    private readonly NamedColumns _statuses = new();
    private readonly Column _proposed = new();
    private readonly Column _times = new();
    private readonly Column _scores = new();
    private readonly Column _excesses = new();
    private readonly ArchitectureColumn _architectures = new();
    private readonly Names<Fidelity> _fidelities = new();
    private readonly Names<string> _failures = new();
    private readonly WorkColumn _workers = new();

    /// <summary>Candidates that were proposed; their numbers are those below it.</summary>
    public long Count { get; private set; }

    /// <summary>Metrics that were measured, by name.</summary>
    public IReadOnlyDictionary<string, Column> Metrics => _metrics.All;

    /// <summary>What the strategy said of where it stood after a candidate, by name.</summary>
    public IReadOnlyDictionary<string, Column> Statuses => _statuses.All;

    /// <summary>Scores by the objective, more is better; NaN where there is none.</summary>
    public Column Scores => _scores;

    /// <summary>By how much trials miss what winners must keep to, see <see cref="Feasibility.Required"/>; 0 is best.</summary>
    public Column Excesses => _excesses;

    /// <summary>Values of the architectures of trials.</summary>
    public ArchitectureColumn Architectures => _architectures;

    /// <summary>When a candidate was proposed, UTC; null of one that is not there.</summary>
    public DateTimeOffset? ProposedAt(long number) => Time(_proposed, number);

    /// <summary>When a candidate was measured, UTC; null while it is in flight.</summary>
    public DateTimeOffset? MeasuredAt(long number) => Time(_times, number);

    /// <summary>Which worker had a candidate, and for how long.</summary>
    public WorkedBy WorkedBy(long number) => _workers[number];

    /// <summary>Why a candidate failed, in a line; null where it did not.</summary>
    public string? FailureOf(long number) => _failures[number];

    /// <summary>How much a trial spent; null of a step of a supernet.</summary>
    public Fidelity? FidelityOf(long number) => _fidelities[number];

    /// <summary>Failed candidates by reason, the most frequent first.</summary>
    public IReadOnlyList<(string Reason, long Count)> Failures => _failures.Counted;

    /// <summary>The highest fidelity that a trial was measured at; null before the first.</summary>
    public Fidelity? TopFidelity { get; private set; }

    /// <summary>Whether a trial was measured at the highest fidelity, without failure: others are no measure of it.</summary>
    public bool IsComparable(long number) => !double.IsNaN(_times[number]) && FailureOf(number) is null
        && FidelityOf(number) is { } fidelity && (ReferenceEquals(fidelity, TopFidelity) || fidelity.CompareTo(TopFidelity) == 0);

    internal void Propose(Candidate candidate, DateTimeOffset at)
    {
        Count = Math.Max(Count, candidate.Number + 1);
        _proposed[candidate.Number] = at.ToUnixTimeMilliseconds();
        if (candidate.Work is Trial trial)
        {
            Propose(candidate.Number, at, trial.Architecture.Values.AsSpan(), trial.Fidelity);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Propose(long number, DateTimeOffset at, ReadOnlySpan<int> values, Fidelity fidelity)
    {
        Count = Math.Max(Count, number + 1);
        _proposed[number] = at.ToUnixTimeMilliseconds();
        _fidelities.Set(number, fidelity);
        _architectures.Set(number, values);
    }

    internal void Work(long number, WorkedBy by) => _workers[number] = by;

    internal void Fail(long number, DateTimeOffset at, Failure failure)
    {
        _times[number] = at.ToUnixTimeMilliseconds();
        _failures.Set(number, FailureTally.Reason(failure));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Measure(long number, DateTimeOffset at, Dictionary<string, double> metrics, double? score, double excess)
    {
        _times[number] = at.ToUnixTimeMilliseconds();
        foreach (var (name, value) in metrics)
        {
            _metrics.Of(name)[number] = value;
        }

        if (FidelityOf(number) is { } fidelity)
        {
            TopFidelity = fidelity.CompareTo(TopFidelity) > 0 ? fidelity : TopFidelity;
            _scores[number] = score ?? double.NaN;
            _excesses[number] = excess;
        }
    }

    internal void Observe(long number, Dictionary<string, double> status)
    {
        foreach (var (name, value) in status)
        {
            _statuses.Of(name)[number] = value;
        }
    }

    internal void TakeBack(Retried back)
    {
        foreach (var number in back.Lost)
        {
            _times[number] = double.NaN;
            _workers[number] = default;
            _failures.Forget(number);
        }

        foreach (var column in _metrics.All.Values.Concat(_statuses.All.Values).Concat([_proposed, _times, _scores, _excesses]))
        {
            column.Forget(back.Next);
        }

        for (var number = back.Next; number < Count; number++)
        {
            _failures.Forget(number);
            _fidelities.Forget(number);
            _workers[number] = default;
        }

        Count = Math.Min(Count, back.Next);
    }

    private static DateTimeOffset? Time(Column times, long number) =>
        double.IsNaN(times[number]) ? null : DateTimeOffset.FromUnixTimeMilliseconds((long)times[number]);
}
