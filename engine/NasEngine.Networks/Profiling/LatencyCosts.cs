using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// Latencies from a table, for every strategy from its first proposal on: of architectures, of mixtures with their gradients where the
/// space is a chain, and the range of the space, so that a target that no network meets is refused before the search.
/// </summary>
internal sealed class LatencyCosts : ICostModel
{
    private readonly LatencyTable _table;
    private readonly FilledTimes? _filled;
    private readonly INetworkSpace _space;
    private readonly LatencyParts? _parts;
    private readonly double _fixed;

    /// <summary>
    /// Reads no more than what the table says; a key that the space needs and the table lacks is told by <see cref="Range"/>.
    /// </summary>
    /// <exception cref="InputException">The space describes no networks, or the table lacks what its widest networks need.</exception>
    public LatencyCosts(LatencyTable table, ISearchSpace space)
        : this(table, null, space)
    {
        var own = _space is ILatencyKeys known && known.LatencyKeys(First(_space)).Any(table.Milliseconds.ContainsKey) ? known : null;
        _fixed = own?.FixedLatencyKey is { } key ? table[key] : 0;
        _parts = space is ChainSpace chain ? new LatencyParts(chain, part => Keys(own, part).Sum(name => table[name])) : null;
        foreach (var architecture in _space.Covering())
        {
            Cost(MetricNames.Latency, architecture);
        }
    }

    /// <summary>From a table that is filled here; measures nothing before it is asked.</summary>
    /// <exception cref="InputException">The space describes no networks.</exception>
    public LatencyCosts(FilledTimes filled, ISearchSpace space)
        : this(filled.Table, filled, space) =>
        _parts = space is ChainSpace chain ? new LatencyParts(chain, filled.Sum) : null;

    private LatencyCosts(LatencyTable table, FilledTimes? filled, ISearchSpace space)
    {
        (_table, _filled) = (table, filled);
        _space = space as INetworkSpace ?? throw new InputException(
            $"Costs '{LatencyTable.CostsId}' need networks, and space '{space.Decisions.Id}' describes none; leave "
            + $".Costs(\"{LatencyTable.CostsId}\", …) out.");
    }

    /// <inheritdoc/>
    public ImmutableArray<CostMetric> Metrics =>
        [new CostMetric(MetricNames.Latency, true, _filled is null ? _table.Error : _filled.Error)];

    /// <inheritdoc/>
    public bool Measures => _filled is not null;

    /// <inheritdoc/>
    public void MeasureAll() => _filled?.MeasureAll(_space);

    /// <inheritdoc/>
    public double Cost(string metric, Architecture architecture)
    {
        MustBeLatency(metric);
        if (_filled is { HasAll: false })
        {
            _filled.Measure(_space.Describe(architecture));
        }

        return _parts is { } parts ? Line.Of(_fixed + parts.Sum(architecture)) : Whole(architecture);
    }

    /// <inheritdoc/>
    public MixtureCost Cost(string metric, Mixture mixture)
    {
        MustBeLatency(metric);
        MeasureAll();
        if (_parts is null)
        {
            return ExpectedCost.Of(_space, mixture, Whole);
        }

        var (sum, scale) = (ExpectedCost.OfParts(_space, _parts, mixture), Line.Scale);
        return new MixtureCost(
            Line.Of(_fixed + sum.Value),
            sum.Gradient.ToImmutableSortedDictionary(
                pair => pair.Key, pair => ImmutableArray.CreateRange(pair.Value, one => scale * one), StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public CostRange? Range(string metric)
    {
        if (metric != MetricNames.Latency)
        {
            return null;
        }

        MeasureAll();
        return _parts is null ? CostRange.Of(_space.Decisions, Whole)
            : CostRange.OfParts(_space.Decisions, _parts) is var (least, most)
                ? new CostRange(Line.Of(_fixed + least), Line.Of(_fixed + most))
                : null;
    }

    private LatencyLine Line => _filled?.Line ?? _table.Line;

    private double Whole(Architecture architecture) =>
        _filled is null ? _table.Of(_space, architecture) : Line.Of(_filled.Sum(_space.Describe(architecture)));

    private static Architecture First(INetworkSpace space) => space.Decisions.Architecture(new int[space.Decisions.Decisions.Length]);

    private static IEnumerable<string> Keys(ILatencyKeys? own, NetworkSpec part) => own?.LatencyKeys(part) ?? part.LatencyKeys();

    private static void MustBeLatency(string metric)
    {
        if (metric != MetricNames.Latency)
        {
            throw new InputException($"The cost '{metric}' is not in a latency table; it knows {MetricNames.Latency}.");
        }
    }
}
