using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Workers.Session;

/// <summary>Whether a measurement can be believed.</summary>
public static class MeasurementCheck
{
    /// <summary>
    /// A loss that is this many times what guessing gives is no loss any more, but what is left of weights that grew beyond all bounds.
    /// </summary>
    public const double Senseless = 1000;

    private static readonly string[] Losses = [MetricNames.ValidationLoss, MetricNames.TrainLoss];

    /// <summary>The measurement, or a failure naming the first metric that is not a finite number or a loss that means nothing.</summary>
    /// <param name="measurement">The measurement.</param>
    /// <param name="classes">Number of classes of the data; null where there is none.</param>
    public static Measurement Sound(Measurement measurement, int? classes = null)
    {
        foreach (var (name, value) in measurement.Metrics)
        {
            if (!double.IsFinite(value))
            {
                return Measurement.Failed(FailureKind.NotANumber, $"Metric '{name}' is {value}.");
            }
        }

        foreach (var (name, values) in measurement.Series)
        {
            foreach (var value in values)
            {
                if (!double.IsFinite(value))
                {
                    return Measurement.Failed(FailureKind.NotANumber, $"Series '{name}' holds {value}.");
                }
            }
        }

        return GuessingLoss(classes) is { } guessing && Senselessness(measurement, guessing) is { } failure ? failure : measurement;
    }

    /// <summary>Mean cross-entropy of guessing among so many classes, nats; null where there are not two.</summary>
    public static double? GuessingLoss(int? classes) => classes is > 1 and var many ? Math.Log(many) : null;

    private static Measurement? Senselessness(Measurement measurement, double guessing) => Losses
        .Where(loss => measurement.Metrics.TryGetValue(loss, out var value) && value > Senseless * guessing)
        .Select(loss => Measurement.Failed(FailureKind.Diverged, string.Create(
            CultureInfo.InvariantCulture,
            $"Metric '{loss}' is {measurement.Metrics[loss]:G3}, and guessing gives {guessing:0.00}.")))
        .FirstOrDefault();
}
