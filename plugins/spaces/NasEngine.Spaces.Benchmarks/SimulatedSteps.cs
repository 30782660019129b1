using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Spaces.Benchmarks;

/// <summary>
/// Steps of a supernet by a table: each path's loss is −log of its validation accuracy, that of a network which gives the right class a
/// probability equal to its accuracy.
/// </summary>
internal static class SimulatedSteps
{
    /// <summary>What candidates have: trials what the table says, steps also the simulated loss.</summary>
    /// <param name="known">Metrics of the table.</param>
    /// <param name="budget">That of the search; one in steps is of a search that takes them.</param>
    public static IReadOnlyList<string> Metrics(IReadOnlyList<string> known, Budget? budget) =>
        budget?.Steps is null || known.Contains(MetricNames.ValidationLoss) ? known : [.. known, MetricNames.ValidationLoss];

    /// <summary>A step's measurement.</summary>
    /// <param name="train">Accuracies of the paths that it trains, shares, 0 to 1.</param>
    /// <param name="validation">Those of the paths that it validates.</param>
    public static Measurement Measure(ImmutableArray<double> train, ImmutableArray<double> validation)
    {
        var measured = new Measurement()
            .With(SeriesNames.TrainLosses, Losses(train))
            .With(SeriesNames.ValidationLosses, Losses(validation))
            .With(SeriesNames.ValidationAccuracies, validation);
        return validation.IsEmpty ? measured : measured
            .With(MetricNames.ValidationAccuracy, validation.Average())
            .With(MetricNames.ValidationLoss, Losses(validation).Average());
    }

    private static ImmutableArray<double> Losses(ImmutableArray<double> accuracies) =>
        [.. accuracies.Select(accuracy => -Math.Log(accuracy))];
}
