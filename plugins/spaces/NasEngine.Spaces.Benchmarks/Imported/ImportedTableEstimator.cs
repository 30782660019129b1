using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Spaces.Benchmarks.Imported;

/// <summary>
/// Looks candidates up in a table that was imported, at once. A trial gets its row, the seconds that it stands for among it
/// (<see cref="MetricNames.VirtualSeconds"/>). A step of a supernet is simulated by −log of the validation accuracies of its paths.
/// </summary>
internal sealed class ImportedTableEstimator(ImportedTableOptions options, EstimatorSetup setup) : IEstimator
{
    private readonly ImportedTable _table = new(options.Table, setup.Space);

    /// <inheritdoc/>
    public IReadOnlyList<string> Metrics => SimulatedSteps.Metrics(_table.Metrics, setup.Budget);

    /// <inheritdoc/>
    public void Train(Candidate candidate, IJobProgress progress, CancellationToken cancellation)
    {
    }

    /// <inheritdoc/>
    public Measurement Evaluate(Candidate candidate, IJobProgress progress, CancellationToken cancellation)
    {
        var random = RandomSource.For(setup.Seed, candidate.Number, "seed of the table");
        if (candidate.Work is Trial trial)
        {
            return Of(trial.Architecture, random) ?? Missing(trial.Architecture);
        }

        var step = (SupernetStep)candidate.Work;
        if (step.Routes.Any(route => route is Mixture))
        {
            throw new InputException(
                $"Table '{_table.Path}' has rows for architectures only, and the strategy proposed a mixture; use the estimator 'supernet' "
                + "with it.");
        }

        if (step.Architectures.FirstOrDefault(path => _table[path].IsDefault) is { } missing)
        {
            return Missing(missing);
        }

        return SimulatedSteps.Measure(Accuracies(step.Train, random), Accuracies(step.Validate, random));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private Measurement? Of(Architecture architecture, RandomSource random)
    {
        var row = _table[architecture];
        return row.IsDefault ? null : row.Aggregate(new Measurement(), (measured, one) => measured.With(
            one.Metric, options.OneSeed ? one.Values[random.NextInt(one.Values.Length)] : one.Values.Average()));
    }

    private ImmutableArray<double> Accuracies(ImmutableArray<Route> paths, RandomSource random) =>
    [
        .. paths.Cast<Architecture>().Select(path =>
            Of(path, random)!.Metrics.TryGetValue(MetricNames.ValidationAccuracy, out var accuracy) ? accuracy : throw new InputException(
                $"Table '{_table.Path}' has no {MetricNames.ValidationAccuracy}, which steps of a supernet are simulated by; import it "
                + $"with --metric {MetricNames.ValidationAccuracy}=COLUMN.")),
    ];

    private Measurement Missing(Architecture architecture) => Measurement.Failed(
        FailureKind.BadArchitecture, $"Table '{_table.Path}' has no row for '{setup.Space.Format(architecture)}'.");
}
