using System.Collections.Concurrent;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// Costs of one segment by the shape before it and its choices. Each is counted once, from the description itself, and
/// then looked up. Safe from several threads: entries are immutable and a lost race counts the same twice.
/// </summary>
internal sealed class SegmentCosts
{
    private const long LargestTable = 1 << 16;

    private readonly ChainSegment _segment;
    private readonly int[] _decisions;
    private readonly int[] _strides;
    private readonly int[] _inactive;
    private readonly int _choices;
    private readonly Entry?[][]? _byShape;
    private readonly ConcurrentDictionary<(int Shape, long Choice), Entry>? _sparse;

    public SegmentCosts(ChainSegment segment, DecisionSpace space)
    {
        _segment = segment;
        _decisions = [.. segment.Decisions];
        _strides = new int[_decisions.Length];
        _inactive = new int[_decisions.Length];
        long product = 1;
        for (var i = 0; i < _decisions.Length; i++)
        {
            _strides[i] = (int)Math.Min(product, int.MaxValue);
            _inactive[i] = space.Decisions[_decisions[i]].When is null ? 0 : 1;
            product = Math.Min(product * (space.Decisions[_decisions[i]].Count + _inactive[i]), int.MaxValue);
        }

        if (product <= LargestTable)
        {
            _choices = (int)product;
            _byShape = new Entry?[ShapeNumbers.Most][];
        }
        else
        {
            _sparse = new ConcurrentDictionary<(int, long), Entry>();
        }
    }

    public Entry Of(int shape, ReadOnlySpan<int> values, ShapeNumbers shapes)
    {
        long choice = 0;
        for (var i = 0; i < _decisions.Length; i++)
        {
            choice += (values[_decisions[i]] + _inactive[i]) * (long)_strides[i];
        }

        if (_byShape is null)
        {
            var key = (shape, choice);
            return _sparse!.TryGetValue(key, out var known) ? known : _sparse[key] = Count(shape, values, shapes);
        }

        var table = _byShape[shape] ??= new Entry?[_choices];
        return table[choice] ??= Count(shape, values, shapes);
    }

    private Entry Count(int shape, ReadOnlySpan<int> values, ShapeNumbers shapes)
    {
        var chosen = values.ToArray();
        var (cost, output) = CostCounter.Count(shapes[shape], map => _segment.Add(map, chosen));
        return new Entry(cost, shapes.NumberOf(output));
    }

    /// <summary>What a segment costs and the number of the shape behind it.</summary>
    public sealed record Entry(ArchitectureCost Cost, int Next);
}
