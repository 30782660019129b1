using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Spaces.Benchmarks;

/// <summary>
/// Looks candidates up in a table of published results, at once. A trial gets its row. A step of a supernet is simulated:
/// each path's loss is −log of its validation accuracy, that of a network which gives the right class a probability
/// equal to its accuracy.
/// </summary>
internal sealed class TableEstimator(TableOptions options, EstimatorSetup setup) : IEstimator
{
    private readonly BenchmarkTable _table = BenchmarkTable.Load(options.Table, options.Latency);
    private readonly Dictionary<Architecture, TableRow?> _known = [];

    /// <inheritdoc/>
    public void Train(Candidate candidate, IJobProgress progress, CancellationToken cancellation)
    {
    }

    /// <inheritdoc/>
    public Measurement Evaluate(Candidate candidate, IJobProgress progress, CancellationToken cancellation)
    {
        if (options.FailureRate > 0 &&
            RandomSource.For(setup.Seed, candidate.Number, "table failure").NextDouble() < options.FailureRate)
        {
            return Measurement.Failed(FailureKind.BadArchitecture, "This candidate fails on purpose, by option 'failureRate' of estimator 'table'.");
        }

        return candidate.Work switch
        {
            Trial trial => Row(trial.Architecture)?.ToMeasurement() ?? Missing(trial.Architecture),
            SupernetStep step => Simulate(step),
            var work => throw new InvalidOperationException($"Estimator 'table' does not know work of type {work.GetType().Name}."),
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private Measurement Simulate(SupernetStep step)
    {
        if (step.Routes.Any(route => route is Mixture))
        {
            throw new InputException($"Table '{options.Table}' has rows for architectures only, and the strategy proposed a mixture; use the estimator 'supernet' with it.");
        }

        if (step.Architectures.FirstOrDefault(path => Row(path) is null) is { } missing)
        {
            return Missing(missing);
        }

        var train = Accuracies(step.Train);
        var validation = Accuracies(step.Validate);
        var measurement = new Measurement()
            .With(SeriesNames.TrainLosses, Losses(train))
            .With(SeriesNames.ValidationLosses, Losses(validation))
            .With(MetricNames.ValidationAccuracy, validation);
        return validation.IsEmpty ? measurement : measurement
            .With(MetricNames.ValidationAccuracy, validation.Average())
            .With(MetricNames.ValidationLoss, Losses(validation).Average());
    }

    private ImmutableArray<double> Accuracies(ImmutableArray<Route> paths) =>
        [.. paths.Cast<Architecture>().Select(path => Row(path)!.Value.ValidationAccuracy)];

    private static ImmutableArray<double> Losses(ImmutableArray<double> accuracies) =>
        [.. accuracies.Select(accuracy => -Math.Log(accuracy))];

    private TableRow? Row(Architecture architecture)
    {
        if (!_known.TryGetValue(architecture, out var row))
        {
            row = _table.TryGet(setup.Space.Format(architecture), out var found) ? found : null;
            _known.Add(architecture, row);
        }

        return row;
    }

    private Measurement Missing(Architecture architecture) => Measurement.Failed(
        FailureKind.BadArchitecture,
        $"Table '{options.Table}' has no row for '{setup.Space.Format(architecture)}'.");
}
