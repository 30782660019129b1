using NasEngine.Strategies.MultiFidelity.Curves;

namespace NasEngine.Strategies.MultiFidelity.Median;

/// <summary>The mean scores of all candidates up to each interval, ascending, so that a median is looked up.</summary>
internal sealed class IntervalMeans
{
    private readonly List<List<double>> _means = [];

    /// <summary>A candidate came to the end of an interval, its newest.</summary>
    public void Add(Curve curve) => Add(curve.Length, curve.MeanOf(curve.Length));

    /// <summary>All intervals of a candidate.</summary>
    public void AddAll(Curve curve)
    {
        for (var interval = 1; interval <= curve.Length; interval++)
        {
            Add(interval, curve.MeanOf(interval));
        }
    }

    /// <summary>How many candidates came to the end of an interval.</summary>
    public int Count(int interval) => interval <= _means.Count ? _means[interval - 1].Count : 0;

    /// <summary>The median up to an interval without one candidate that came as far, given its own mean; at least one other did.</summary>
    public double MedianWithout(int interval, double own)
    {
        var means = _means[interval - 1];
        var place = means.BinarySearch(own);
        double At(int other) => means[other < place ? other : other + 1];
        return (At((means.Count - 2) / 2) + At((means.Count - 1) / 2)) / 2;
    }

    private void Add(int interval, double mean)
    {
        while (_means.Count < interval)
        {
            _means.Add([]);
        }

        var means = _means[interval - 1];
        var place = means.BinarySearch(mean);
        means.Insert(place < 0 ? ~place : place, mean);
    }
}
