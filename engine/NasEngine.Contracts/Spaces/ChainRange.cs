namespace NasEngine.Contracts;

/// <summary>
/// The range of a cost over a chain of parts: choices that leave the same to come are looked at together (dynamic programming over
/// decisions).
/// </summary>
internal sealed class ChainRange
{
    private readonly DecisionSpace _space;
    private readonly ChainSchedule _schedule;
    private readonly int[] _values;
    private readonly Dictionary<(int Decision, int Left, string Alive), CostRange> _known = [];

    private ChainRange(DecisionSpace space, IPartCosts costs)
    {
        (_space, _schedule) = (space, new ChainSchedule(space, costs));
        _values = new int[space.Decisions.Length];
    }

    /// <summary>The range; null where more cases are left to come than <see cref="ExpectedCost.Most"/>.</summary>
    public static CostRange? Of(DecisionSpace space, IPartCosts costs)
    {
        var chain = new ChainRange(space, costs);
        var (before, left) = chain._schedule.Charge(-1, costs.Start, chain._values);
        return chain.Rest(0, left) is { } rest ? new CostRange(before + rest.Least, before + rest.Most) : null;
    }

    /// <summary>The range of all that can follow once the decisions before <paramref name="decision"/> are taken.</summary>
    private CostRange? Rest(int decision, int left)
    {
        if (decision == _values.Length)
        {
            return default(CostRange);
        }

        var key = (decision, left, _schedule.Alive(decision, _values));
        if (_known.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_known.Count >= ExpectedCost.Most)
        {
            return null;
        }

        var range = new CostRange(double.PositiveInfinity, double.NegativeInfinity);
        foreach (var choice in Choices(decision))
        {
            _values[decision] = choice;
            var (cost, next) = _schedule.Charge(decision, left, _values);
            if (Rest(decision + 1, next) is not { } rest)
            {
                return null;
            }

            range = new CostRange(Math.Min(range.Least, cost + rest.Least), Math.Max(range.Most, cost + rest.Most));
        }

        _values[decision] = 0;
        return _known[key] = range;
    }

    private IEnumerable<int> Choices(int decision) => _space.IsActive(decision, _values)
        ? Enumerable.Range(0, _space.Decisions[decision].Count)
        : [Architecture.Inactive];
}
