using NasEngine.Contracts;

namespace NasEngine.Host.Output.Trials;

/// <summary>Which trials are asked for, and in what order. Pure: tested on rows.</summary>
internal sealed record TrialQuery
{
    /// <summary>By number.</summary>
    public const string ByNumber = "number";

    /// <summary>By the score of the objective.</summary>
    public const string ByScore = "score";

    /// <summary>States that are wanted; all where none is said.</summary>
    public IReadOnlyCollection<string> States { get; init; } = [];

    /// <summary>Conditions that all must hold.</summary>
    public IReadOnlyCollection<TrialFilter> Where { get; init; } = [];

    /// <summary>What must be in the architecture's text or be its id; null for anything.</summary>
    public string? Architecture { get; init; }

    /// <summary>
    /// Metric, <see cref="ByNumber"/> or <see cref="ByScore"/>; null for the score where the best are wanted, else the number.
    /// </summary>
    public string? Sort { get; init; }

    /// <summary>Whether the order is turned round.</summary>
    public bool Reverse { get; init; }

    /// <summary>How many of the first are wanted; null for all.</summary>
    public int? Top { get; init; }

    /// <summary>How many of the last by number are wanted, of those that meet the conditions; null for all.</summary>
    public int? Last { get; init; }

    /// <summary>
    /// The rows that are asked for. Sorted by a metric, better ones come first, and what was not measured comes last; trials that are equal
    /// stay in the order of their numbers.
    /// </summary>
    /// <param name="rows">All rows, by number.</param>
    /// <param name="axes">
    /// Which way metrics are better, where the search says so. Of the engine's own it is known; others are better where they are less.
    /// </param>
    /// <exception cref="InputException">A metric that no trial has.</exception>
    public IReadOnlyList<TrialRow> Of(IReadOnlyList<TrialRow> rows, IEnumerable<ObjectiveAxis> axes)
    {
        var known = rows.SelectMany(row => row.Metrics.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var condition in Where)
        {
            MustBeKnown(condition.Metric, known, []);
        }

        var sort = Sort ?? (Top is null ? ByNumber : ByScore);
        MustBeKnown(sort, known, [ByNumber, ByScore]);
        var wanted = rows.Where(Meets).ToArray();
        wanted = Last is { } last ? [.. wanted.TakeLast(last)] : wanted;
        var sorted = Sorted(wanted, sort, axes);
        return [.. sorted.Take(Top ?? int.MaxValue)];
    }

    private bool Meets(TrialRow row) => (States.Count == 0 || States.Contains(row.State))
        && Where.All(condition => condition.Holds(row))
        && (Architecture is not { } text || row.Id == text || row.Architecture.Contains(text, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<TrialRow> Sorted(TrialRow[] rows, string sort, IEnumerable<ObjectiveAxis> axes)
    {
        if (sort == ByNumber)
        {
            return Reverse ? rows.Reverse() : rows;
        }

        var better = axes.FirstOrDefault(axis => axis.Metric == sort)?.Direction ?? KnownMetrics.Better(sort);
        var more = sort == ByScore || better == Direction.Maximize;
        double? Of(TrialRow row) => sort == ByScore ? row.Score : row.Metrics.TryGetValue(sort, out var value) ? value : null;
        var measured = rows.Where(row => Of(row) is not null);
        var ordered = more == Reverse ? measured.OrderBy(row => Of(row)) : measured.OrderByDescending(row => Of(row));
        return ordered.Concat(rows.Where(row => Of(row) is null));
    }

    private static void MustBeKnown(string name, HashSet<string> metrics, string[] others)
    {
        if (!metrics.Contains(name) && !others.Contains(name))
        {
            throw new InputException($"No trial has a metric '{name}': {Suggest.Instead(name, metrics.Concat(others))}");
        }
    }
}
