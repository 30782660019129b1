using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Plugins.Conformance;

/// <summary>
/// Measures routes of any space by a formula of their values, at once. A mixture is measured at the expectation of its
/// values, so the mixture that is one architecture measures as that architecture, and gradients are exact.
/// </summary>
public static class ToyEstimator
{
    private static readonly ToySpace Toy = new();

    /// <summary>What comes of a candidate whose mixtures, if any, are of the toy space.</summary>
    public static Measurement Measure(Candidate candidate) => Measure(candidate, Toy);

    /// <summary>What comes of a candidate of a space.</summary>
    public static Measurement Measure(Candidate candidate, ISearchSpace space) => candidate.Work switch
    {
        Trial trial => new Measurement()
            .With(MetricNames.ValidationAccuracy, Accuracy(trial.Architecture))
            .With(MetricNames.ValidationLoss, Loss(trial.Architecture)),
        SupernetStep step => Gradients(step, space, new Measurement()
            .With(MetricNames.ValidationLoss, step.Validate.IsEmpty ? 0 : step.Validate.Average(route => -Math.Log(Accuracy(route, space))))
            .With(SeriesNames.TrainLosses, [.. step.Train.Select(route => -Math.Log(Accuracy(route, space)))])
            .With(SeriesNames.ValidationLosses, [.. step.Validate.Select(route => -Math.Log(Accuracy(route, space)))])
            .With(SeriesNames.ValidationAccuracies, [.. step.Validate.Select(route => Accuracy(route, space))])),
        _ => throw new InvalidOperationException($"Unknown work {candidate.Work.GetType().Name}."),
    };

    /// <summary>Between 0 and 1, larger for larger values.</summary>
    public static double Accuracy(Architecture architecture) =>
        Accuracy(architecture.Values.Select((value, number) => Math.Max(0, value) * Share(number)).Sum());

    /// <summary>−log accuracy, nats.</summary>
    public static double Loss(Architecture architecture) => -Math.Log(Accuracy(architecture));

    private static double Accuracy(double sum) => 1 - 1 / (2.0 + sum);

    private static double Accuracy(Route route, ISearchSpace space) => route switch
    {
        Architecture architecture => Accuracy(architecture),
        Mixture mixture => Accuracy(Sum(mixture, ((IRelaxedSpace)space).Relaxed)),
        _ => throw new InvalidOperationException($"Unknown route {route.GetType().Name}."),
    };

    private static double Share(int number) => 1 / (number + 1.0);

    private static double Sum(Mixture mixture, DecisionSpace relaxed) => relaxed.Decisions
        .Select((decision, number) => mixture.Decisions.GetValueOrDefault(decision.Name, [])
            .Sum(one => one.Weight * one.Choice * Share(number)))
        .Sum();

    /// <summary>By the chain rule: loss = −log(1 − 1/(2 + s)) and s is linear in the weights.</summary>
    private static Measurement Gradients(SupernetStep step, ISearchSpace space, Measurement measured)
    {
        for (var route = 0; route < step.Validate.Length; route++)
        {
            if (step.Validate[route] is Mixture mixture && space is IRelaxedSpace { Relaxed: var relaxed })
            {
                var sum = Sum(mixture, relaxed);
                for (var number = 0; number < relaxed.Decisions.Length; number++)
                {
                    var name = relaxed.Decisions[number].Name;
                    var listed = mixture.Decisions.GetValueOrDefault(name, []);
                    ImmutableArray<double> gradient = [.. listed.Select(one => -one.Choice * Share(number) / ((1 + sum) * (2 + sum)))];
                    measured = listed.IsEmpty ? measured : measured.With(SeriesNames.ValidationGradient(route, name), gradient);
                }
            }
        }

        return measured;
    }
}
