using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Spaces.Benchmarks;

/// <summary>
/// Looks candidates up in a table of published results, at once. A trial gets its row. A step of a supernet is simulated:
/// each path's loss is −log of its validation accuracy, that of a network which gives the right class a probability
/// equal to its accuracy.
/// </summary>
internal sealed class TableEstimator : IEstimator
{
    private readonly TableOptions _options;
    private readonly EstimatorSetup _setup;
    private readonly KnownResults _results;

    /// <summary>Reads the table.</summary>
    /// <exception cref="InputException">It is not as it must be, or has no row for any architecture of the space.</exception>
    public TableEstimator(TableOptions options, EstimatorSetup setup)
    {
        (_options, _setup) = (options, setup);
        _results = new KnownResults(BenchmarkTable.Load(options), Path, setup.Space);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Remarks => _results.Remarks;

    /// <inheritdoc/>
    public IReadOnlyList<string> Metrics => SimulatedSteps.Metrics(_results.Metrics, _setup.Budget);

    private string Path => _options.Table.Path;

    /// <inheritdoc/>
    public void Train(Candidate candidate, IJobProgress progress, CancellationToken cancellation)
    {
    }

    /// <inheritdoc/>
    public Measurement Evaluate(Candidate candidate, IJobProgress progress, CancellationToken cancellation)
    {
        if (_options.FailureRate > 0 &&
            RandomSource.For(_setup.Seed, candidate.Number, "table failure").NextDouble() < _options.FailureRate)
        {
            return Measurement.Failed(
                FailureKind.BadArchitecture, "This candidate fails on purpose, by option 'failureRate' of estimator 'table'.");
        }

        return candidate.Work switch
        {
            Trial trial => _results[trial.Architecture]?.ToMeasurement() ?? Missing(trial.Architecture),
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
            throw new InputException(
                $"Table '{Path}' has rows for architectures only, and the strategy proposed a mixture; use the estimator 'supernet' with "
                + $"it.");
        }

        if (step.Architectures.FirstOrDefault(path => _results[path] is null) is { } missing)
        {
            return Missing(missing);
        }

        return SimulatedSteps.Measure(Accuracies(step.Train), Accuracies(step.Validate));
    }

    private ImmutableArray<double> Accuracies(ImmutableArray<Route> paths) =>
        [.. paths.Cast<Architecture>().Select(path => Supernet(_results[path]!.Value))];

    private double Supernet(TableRow row) => double.IsFinite(row.ValidationAccuracy) ? row.ValidationAccuracy : throw new InputException(
        $"Table '{Path}' has no validation accuracies, which steps of a supernet are simulated by; name their column by option "
        + "'validation' of estimator 'table'.");

    private Measurement Missing(Architecture architecture) => Measurement.Failed(
        FailureKind.BadArchitecture,
        $"Table '{Path}' has no row for '{_setup.Space.Format(architecture)}'.");
}
