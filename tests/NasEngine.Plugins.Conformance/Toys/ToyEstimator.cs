using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Plugins.Conformance;

/// <summary>Measures architectures of any space by a formula of their values, at once.</summary>
public static class ToyEstimator
{
    /// <summary>What comes of a candidate.</summary>
    public static Measurement Measure(Candidate candidate) => candidate.Work switch
    {
        Trial trial => new Measurement()
            .With(MetricNames.ValidationAccuracy, Accuracy(trial.Architecture))
            .With(MetricNames.ValidationLoss, Loss(trial.Architecture)),
        SupernetStep step => new Measurement()
            .With(MetricNames.ValidationLoss, step.Validate.IsEmpty ? 0 : step.Validate.Average(Loss))
            .With("train_nll", Each(step.Train, Loss))
            .With("val_nll", Each(step.Validate, Loss))
            .With(MetricNames.ValidationAccuracy, Each(step.Validate, Accuracy)),
        _ => throw new InvalidOperationException($"Unknown work {candidate.Work.GetType().Name}."),
    };

    /// <summary>Between 0 and 1, larger for larger values.</summary>
    public static double Accuracy(Architecture architecture) =>
        1 - 1 / (2.0 + architecture.Values.Select((value, number) => Math.Max(0, value) / (number + 1.0)).Sum());

    /// <summary>−log accuracy, nats.</summary>
    public static double Loss(Architecture architecture) => -Math.Log(Accuracy(architecture));

    private static ImmutableArray<double> Each(ImmutableArray<Architecture> paths, Func<Architecture, double> measure) =>
        [.. paths.Select(measure)];
}
