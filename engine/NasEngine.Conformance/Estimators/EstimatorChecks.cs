using NasEngine.Contracts;

namespace NasEngine.Plugins.Conformance;

/// <summary>What the engine relies on in every estimator that measures trials.</summary>
public abstract class EstimatorChecks
{
    /// <summary>What the engine adds where an estimator does not measure it.</summary>
    private static readonly string[] Costs =
        [MetricNames.Macs, MetricNames.Parameters, MetricNames.ActivationBytes, MetricNames.WeightBytes];

    private readonly ToyNetworks _networks = new();

    /// <summary>Trials of each check.</summary>
    protected virtual int Draws => 20;

    /// <summary>Space of the trials; <see cref="ToyNetworks"/> by default.</summary>
    protected virtual ISearchSpace Space => _networks;

    /// <summary>A fresh estimator.</summary>
    protected abstract IEstimator Create(EstimatorSetup setup);

    /// <summary>A check.</summary>
    [Check]
    public virtual void The_same_trial_gives_the_same_measurement_bit_for_bit_also_measured_alone()
    {
        var all = Measure([.. Trials()]);
        foreach (var (trial, measured) in Trials().Zip(all).Where((_, number) => number % 7 == 3))
        {
            var alone = Measure([trial]).Single();
            Must.Hold(
                Bits(alone).SequenceEqual(Bits(measured)) && alone.Failure?.Kind == measured.Failure?.Kind,
                $"measured alone, {trial.Work.Architectures.Single().Key} has another measurement: {Said(alone)} in place of "
                + $"{Said(measured)}");
        }
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void What_it_measures_is_a_metric_with_a_finite_number_or_a_failure()
    {
        foreach (var measured in Measure([.. Trials()]))
        {
            Must.Hold(
                measured.Failure is not null || measured.Metrics.Count > 0, "a trial is measured without a failure, and has no metric");
            foreach (var (name, value) in measured.Metrics)
            {
                Must.Hold(
                    double.IsFinite(value),
                    $"'{name}' is {value}, which is to be a failure ({nameof(Measurement)}.{nameof(Measurement.Failed)})");
            }
        }
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void Its_list_of_metrics_if_it_has_one_is_what_it_measures()
    {
        using var estimator = Create(Setup());
        if (estimator.Metrics is not { } listed)
        {
            return;
        }

        Must.BeUnique(listed, "a metric is in its list twice");
        var measured = Measure([.. Trials()]).Where(one => one.Failure is null).SelectMany(one => one.Metrics.Keys)
            .ToHashSet(StringComparer.Ordinal);
        var unlisted = measured.Except(listed).Except(Costs).Order(StringComparer.Ordinal).ToArray();
        Must.Hold(
            unlisted.Length == 0,
            $"it measures {Names(unlisted)}, and lists {Names(listed)}: searches for what is not listed are refused");
        var missing = measured.Count == 0 ? Array.Empty<string>() : listed.Except(measured).Except(Costs).ToArray();
        Must.Hold(
            missing.Length == 0,
            $"it lists {Names(missing)}, and no trial here has it: a search for it would begin, and find nothing");
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void A_step_of_a_supernet_that_it_cannot_measure_is_a_failed_measurement_or_is_refused_in_words()
    {
        var path = Space.Decisions.Sample(RandomSource.For(1, 0, "conformance"));
        try
        {
            Measure([new Candidate(0, new SupernetStep("uniform", [path], [path], SupernetStep.NoSettings))]);
        }
        catch (InputException)
        {
            // It ends the search with its sentence.
        }
    }

    /// <summary>Makes one and measures a trial.</summary>
    /// <exception cref="InputException">It is not for this space, or wants something that it is not given here, such as data.</exception>
    protected void MustMeasureHere() => Measure([Trials().First()]);

    /// <summary>What the estimator is made with.</summary>
    protected virtual EstimatorSetup Setup() => new(Space, null, 1, "cpu", 1, NoServices.Instance);

    private IEnumerable<Candidate> Trials() => Enumerable.Range(0, Draws).Select(number =>
        new Candidate(number, new Trial(Space.Decisions.Sample(RandomSource.For(1, number, "conformance")), Fidelity.Full)));

    private List<Measurement> Measure(Candidate[] candidates)
    {
        using var estimator = Create(Setup());
        return [.. candidates.Select(candidate => Measure(estimator, candidate))];
    }

    private static Measurement Measure(IEstimator estimator, Candidate candidate)
    {
        try
        {
            estimator.Train(candidate, NoProgress.Instance, CancellationToken.None);
            return estimator.Evaluate(candidate, NoProgress.Instance, CancellationToken.None);
        }
        catch (Exception thrown) when (thrown is not InputException)
        {
            throw new NotConformingException(
                $"it throws {thrown.GetType().Name} ({Clause.Of(thrown.Message)}), which is taken for a fault of the worker; a "
                + $"candidate that it cannot measure is {nameof(Measurement)}.{nameof(Measurement.Failed)}");
        }
    }

    private static IEnumerable<(string Name, long Bits)> Bits(Measurement measured) =>
        measured.Metrics.Select(one => (one.Key, BitConverter.DoubleToInt64Bits(one.Value)));

    private static string Said(Measurement measured) => measured.Failure is { } failure
        ? $"a failure ({failure.Message})"
        : string.Join(", ", measured.Metrics.Select(one => $"{one.Key} {one.Value:R}"));

    private static string Names(IEnumerable<string> names) =>
        names.Any() ? string.Join(", ", names.Select(name => $"'{name}'")) : "none";
}
