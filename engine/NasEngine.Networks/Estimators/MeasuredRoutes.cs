using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Adds up what routes measured on one batch after the other: means over the batches, per route.</summary>
/// <param name="routes">How many routes.</param>
/// <param name="batches">How many batches each is measured on.</param>
internal sealed class MeasuredRoutes(int routes, int batches)
{
    private readonly double[] _losses = new double[routes];
    private readonly double[] _accuracies = new double[routes];
    private readonly SortedDictionary<string, ImmutableArray<double>> _gradients = new(StringComparer.Ordinal);

    /// <summary>Adds what a route measured on a batch.</summary>
    public void Add(int route, ClassificationScore score, ImmutableSortedDictionary<string, ImmutableArray<double>> choices)
    {
        _losses[route] += score.Loss;
        _accuracies[route] += score.Accuracy;
        foreach (var (decision, gradient) in choices)
        {
            var name = SeriesNames.ValidationGradient(route, decision);
            _gradients[name] = _gradients.TryGetValue(name, out var sum)
                ? [.. sum.Zip(gradient, (before, added) => before + added)]
                : gradient;
        }
    }

    /// <summary>The measurement with the means: per route, and over the routes.</summary>
    public Measurement To(Measurement measurement)
    {
        ImmutableArray<double> losses = [.. Mean(_losses)], accuracies = [.. Mean(_accuracies)];
        return _gradients
            .Aggregate(measurement, (report, pair) => report.With(pair.Key, [.. Mean(pair.Value)]))
            .With(MetricNames.ValidationLoss, losses.Average())
            .With(MetricNames.ValidationAccuracy, accuracies.Average())
            .With(SeriesNames.ValidationLosses, losses)
            .With(SeriesNames.ValidationAccuracies, accuracies);
    }

    private IEnumerable<double> Mean(IEnumerable<double> sums) => sums.Select(sum => sum / batches);
}
