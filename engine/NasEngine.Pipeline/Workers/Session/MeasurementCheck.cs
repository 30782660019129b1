using NasEngine.Contracts;

namespace NasEngine.Pipeline.Workers.Session;

/// <summary>Whether a measurement can be believed.</summary>
public static class MeasurementCheck
{
    /// <summary>The measurement, or a failure naming the first metric that is not a finite number.</summary>
    public static Measurement Sound(Measurement measurement)
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

        return measurement;
    }
}
