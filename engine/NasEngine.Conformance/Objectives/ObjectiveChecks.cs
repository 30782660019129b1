using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Plugins.Conformance;

/// <summary>What the engine relies on in every objective.</summary>
public abstract class ObjectiveChecks
{
    private static readonly double[] Extremes = [0, -1, double.Epsilon, double.MaxValue, double.MinValue];

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

    /// <summary>A check.</summary>
    [Check]
    public virtual void It_has_axes_each_metric_once()
    {
        var axes = Create().Axes;
        Must.Hold(axes.Length > 0, "it has no axes");
        Must.BeUnique(axes.Select(axis => axis.Metric), "a metric is an axis twice");
        Must.Hold(axes.All(axis => axis.Metric.Length > 0), "an axis has a metric without a name");
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void Its_targets_are_positive()
    {
        foreach (var target in Create().Targets)
        {
            Must.Hold(target.Value > 0 && double.IsFinite(target.Value), $"its target of '{target.Metric}' is {target.Value}");
        }
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void Two_instances_say_the_same_of_themselves_and_give_the_same_score_however_often()
    {
        var (one, other) = (Create(), Create());
        Must.Equal(other.Axes, one.Axes, "another instance has other axes");
        Must.Equal(other.Targets, one.Targets, "another instance has other targets");
        Must.Equal(other.Metrics, one.Metrics, "another instance needs other metrics");
        var score = Bits(one, Metrics);
        Must.Hold(Bits(one, Halved()) == Bits(other, Halved()), "another instance scores a trial otherwise");
        Must.Hold(Bits(one, Metrics) == score, "asked again, it scores a trial otherwise");
        Must.Hold(Bits(other, Metrics) == score, "another instance scores a trial otherwise");
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void It_scores_a_trial_that_has_the_metrics_it_needs()
    {
        var objective = Create();
        var needed = Metrics.Where(pair => objective.Metrics.Contains(pair.Key)).ToImmutableSortedDictionary(StringComparer.Ordinal);
        Must.Hold(
            objective.Metrics.All(needed.ContainsKey),
            $"it needs {string.Join(", ", objective.Metrics.Where(name => !needed.ContainsKey(name)))}, which the trial here has not");
        Must.Hold(objective.Score(needed) is { } score && double.IsFinite(score), "the score of a trial that has all it needs is none");
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void Metrics_that_it_does_not_name_change_nothing()
    {
        var objective = Create();
        foreach (var name in Metrics.Keys.Append("another").Where(name => !objective.Metrics.Contains(name)))
        {
            Must.Hold(
                Bits(objective, Metrics.SetItem(name, -7)) == Bits(objective, Metrics),
                $"'{name}' changes the score and is not among its metrics");
        }
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void A_trial_that_lacks_a_metric_it_needs_has_no_score()
    {
        var objective = Create();
        foreach (var metric in objective.Metrics)
        {
            Must.Hold(objective.Score(Metrics.Remove(metric)) is null, $"a trial without '{metric}', which it needs, has a score");
        }
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void Extreme_metrics_do_not_make_it_throw()
    {
        var objective = Create();
        foreach (var value in Extremes)
        {
            objective.Score(Metrics.ToImmutableSortedDictionary(pair => pair.Key, _ => value));
        }
    }

    private ImmutableSortedDictionary<string, double> Halved() =>
        Metrics.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value / 2);

    private static long Bits(IObjective objective, IReadOnlyDictionary<string, double> metrics) =>
        BitConverter.DoubleToInt64Bits(objective.Score(metrics) ?? double.NaN);
}
