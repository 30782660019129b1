using NasEngine.Contracts;

namespace NasEngine.Pipeline.Reading;

/// <summary>
/// A curve of as many values as there are, in bounded room: where there are too many points, neighbours become their mean. Pure but for
/// its own state.
/// </summary>
public sealed class ObjectiveCurve
{
    /// <summary>Points at most; half as many at least, once there were more values.</summary>
    public const int Most = 256;

    private readonly List<double> _points = [];
    private double _sum;
    private int _open;
    private int _width = 1;

    /// <summary>The points, the last of them of fewer values perhaps.</summary>
    public IReadOnlyList<double> Points => _open > 0 ? [.. _points, _sum / _open] : [.. _points];

    /// <summary>One that goes on from here by itself.</summary>
    public ObjectiveCurve Copy()
    {
        var copy = new ObjectiveCurve { _sum = _sum, _open = _open, _width = _width };
        copy._points.AddRange(_points);
        return copy;
    }

    /// <summary>What of a measurement is drawn: the metric of the objective, or where a step of a supernet has none a loss.</summary>
    public static double? ValueOf(SearchSpec spec, Measurement measurement)
    {
        foreach (var metric in new[] { spec.Objective.Axes[0].Metric, MetricNames.ValidationLoss, MetricNames.TrainLoss })
        {
            if (measurement.Metrics.TryGetValue(metric, out var value))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Adds a value; one that is not finite is left out.</summary>
    public void Add(double value)
    {
        if (!double.IsFinite(value))
        {
            return;
        }

        (_sum, _open) = (_sum + value, _open + 1);
        if (_open < _width)
        {
            return;
        }

        _points.Add(_sum / _open);
        (_sum, _open) = (0, 0);
        if (_points.Count == Most)
        {
            for (var pair = 0; pair < Most / 2; pair++)
            {
                _points[pair] = (_points[2 * pair] + _points[2 * pair + 1]) / 2;
            }

            _points.RemoveRange(Most / 2, Most / 2);
            _width *= 2;
        }
    }
}
