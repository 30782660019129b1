using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Plugins.Conformance;

/// <summary>
/// What the engine relies on in every objective. A plugin's tests derive from it, make the objective, name metrics that it
/// scores, and pass.
/// </summary>
public abstract class ObjectiveConformance
{
    /// <summary>Metrics of a trial that it scores.</summary>
    protected virtual ImmutableSortedDictionary<string, double> Metrics { get; } = new Dictionary<string, double>
    {
        [MetricNames.ValidationAccuracy] = 0.91,
        [MetricNames.ValidationLoss] = 0.31,
        [MetricNames.TrainLoss] = 0.27,
        [MetricNames.Macs] = 3.5e6,
        [MetricNames.Parameters] = 2.5e5,
        [MetricNames.ActivationBytes] = 1.5e6,
        [MetricNames.Latency] = 1.25,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>A fresh objective.</summary>
    protected abstract IObjective Create();

    [Fact]
    public void It_has_axes_each_metric_once()
    {
        var axes = Create().Axes;
        axes.Should().NotBeEmpty();
        axes.Select(axis => axis.Metric).Should().OnlyHaveUniqueItems().And.NotContain("");
    }

    [Fact]
    public void Its_targets_are_positive() =>
        Create().Targets.Where(target => !(target.Value > 0 && double.IsFinite(target.Value))).Should().BeEmpty();

    [Fact]
    public void Two_instances_say_the_same_of_themselves_and_give_the_same_score_however_often()
    {
        var (one, other) = (Create(), Create());
        other.Axes.Should().Equal(one.Axes);
        other.Targets.Should().Equal(one.Targets);
        other.Metrics.Should().Equal(one.Metrics);
        var score = Bits(one, Metrics);
        Bits(one, Halved()).Should().Be(Bits(other, Halved()));
        Bits(one, Metrics).Should().Be(score);
        Bits(other, Metrics).Should().Be(score);
    }

    [Fact]
    public void It_scores_a_trial_that_has_the_metrics_it_needs()
    {
        var objective = Create();
        var needed = Metrics.Where(pair => objective.Metrics.Contains(pair.Key)).ToImmutableSortedDictionary(StringComparer.Ordinal);
        needed.Keys.Should().BeEquivalentTo(objective.Metrics.Distinct(), "the metrics of the trial here must hold all that it needs");
        objective.Score(needed).Should().NotBeNull();
        double.IsFinite(objective.Score(needed)!.Value).Should().BeTrue();
    }

    [Fact]
    public void Metrics_that_it_does_not_name_change_nothing()
    {
        var objective = Create();
        var others = Metrics.Keys.Append("another").Where(name => !objective.Metrics.Contains(name));
        var changed = others.Aggregate(Metrics, (metrics, name) => metrics.SetItem(name, -7));
        Bits(objective, changed).Should().Be(Bits(objective, Metrics));
    }

    [Fact]
    public void A_trial_that_lacks_a_metric_it_needs_has_no_score()
    {
        var objective = Create();
        foreach (var metric in objective.Metrics)
        {
            objective.Score(Metrics.Remove(metric)).Should().BeNull("'{0}' is missing", metric);
        }
    }

    [Fact]
    public void Extreme_metrics_do_not_make_it_throw()
    {
        var objective = Create();
        foreach (var value in new[] { 0, -1, double.Epsilon, double.MaxValue, double.MinValue })
        {
            objective.Invoking(one => one.Score(Metrics.ToImmutableSortedDictionary(pair => pair.Key, _ => value))).Should().NotThrow();
        }
    }

    private ImmutableSortedDictionary<string, double> Halved() => Metrics.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value / 2);

    private static long Bits(IObjective objective, IReadOnlyDictionary<string, double> metrics) =>
        BitConverter.DoubleToInt64Bits(objective.Score(metrics) ?? double.NaN);
}
