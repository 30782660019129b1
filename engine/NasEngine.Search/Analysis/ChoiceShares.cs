using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>
/// The distribution over architectures as a search goes on: by stretches of candidates, how often each choice of each decision was
/// proposed. A path counts 1 for each of its choices; a mixture counts its weights, negative ones as none. Stretches are of one length,
/// which doubles when there are more of them than are kept, so that memory does not grow with the search.
/// </summary>
/// <param name="space">The decisions.</param>
/// <param name="most">Stretches that are kept, an even number.</param>
public sealed class ChoiceShares(DecisionSpace space, int most = ChoiceShares.Most)
{
    /// <summary>Stretches that are kept where no other number is named.</summary>
    public const int Most = 96;

    private readonly Dictionary<string, int> _places = space.Decisions
        .Select((decision, number) => (decision.Name, number)).ToDictionary(pair => pair.Name, pair => pair.number, StringComparer.Ordinal);

    private readonly SortedDictionary<long, double[][]> _sums = [];
    private long _length = 1;
    private long _last;
    private double[][]? _lastSums;

    /// <summary>Counts a candidate.</summary>
    public void Add(Candidate candidate)
    {
        var sums = SumsOf(candidate.Number);
        foreach (var route in candidate.Work.Routes)
        {
            Count(sums, route);
        }
    }

    /// <summary>Counts a trial.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="values">The values of its architecture.</param>
    public void Add(long number, ReadOnlySpan<int> values) => Count(SumsOf(number), values);

    /// <summary>The stretches that have candidates, in order.</summary>
    public ImmutableArray<ShareWindow> Windows() =>
    [
        .. _sums.Select(pair => new ShareWindow(
            pair.Key * _length, (pair.Key + 1) * _length - 1, [.. pair.Value.Select(Normalised)])),
    ];

    private void Count(double[][] sums, Route route)
    {
        if (route is Architecture { Values: var values })
        {
            Count(sums, values.AsSpan());
        }
        else if (route is Mixture mixture)
        {
            foreach (var (name, listed) in mixture.Decisions)
            {
                Count(sums, name, listed);
            }
        }
    }

    private static void Count(double[][] sums, ReadOnlySpan<int> values)
    {
        for (var decision = 0; values.Length == sums.Length && decision < values.Length; decision++)
        {
            if (values[decision] is var choice && choice >= 0 && choice < sums[decision].Length)
            {
                sums[decision][choice]++;
            }
        }
    }

    private double[][] SumsOf(long number)
    {
        while (number / _length >= most)
        {
            Double();
        }

        if (_last == number / _length && _lastSums is { } same)
        {
            return same;
        }

        _last = number / _length;
        if (!_sums.TryGetValue(_last, out var sums))
        {
            _sums[_last] = sums = [.. space.Decisions.Select(decision => new double[decision.Count])];
        }

        return _lastSums = sums;
    }

    private void Count(double[][] sums, string name, ImmutableArray<ChoiceWeight> listed)
    {
        if (!_places.TryGetValue(name, out var decision))
        {
            return;
        }

        foreach (var (choice, weight) in listed)
        {
            if (choice >= 0 && choice < sums[decision].Length)
            {
                sums[decision][choice] += Math.Max(0, weight);
            }
        }
    }

    private void Double()
    {
        var before = _sums.ToArray();
        _sums.Clear();
        (_length, _lastSums) = (2 * _length, null);
        foreach (var (place, sums) in before)
        {
            _sums[place / 2] = _sums.TryGetValue(place / 2, out var other)
                ? [.. other.Zip(sums, (a, b) => a.Zip(b, (x, y) => x + y).ToArray())]
                : sums;
        }
    }

    private static double[] Normalised(double[] sums) =>
        sums.Sum() is var all && all > 0 ? [.. sums.Select(sum => sum / all)] : new double[sums.Length];
}
