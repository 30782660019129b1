using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Probabilistic;

namespace NasEngine.Strategies.Tests;

/// <summary>Distributions and strategies on small spaces.</summary>
internal static class Toy
{
    public static DecisionSpace Conditional { get; } = new ToySpace().Decisions;

    public static DecisionSpace Two { get; } = new("two", [new Decision("op", ["a", "b"])]);

    /// <summary>A distribution in one form or the other whose logits are random.</summary>
    public static Distribution Random(DecisionSpace space, bool joint, ulong seed = 1)
    {
        var uniform = Distribution.Uniform(space, joint ? Factors.Joint(space) : Factors.Factorised(space));
        var random = RandomSource.For(seed, 0, "logits");
        return With(uniform, [.. Enumerable.Range(0, uniform.Logits.Length).Select(_ => random.NextGaussian())]);
    }

    public static Distribution With(Distribution distribution, double[] logits) =>
        new(distribution.Space, distribution.Factors, logits);

    /// <summary>p(A) by brute force: the sum over all assignments that describe A of the product of their factors.</summary>
    public static Dictionary<Architecture, double> Enumerate(Distribution distribution)
    {
        var probabilities = new Dictionary<Architecture, double>();
        foreach (var values in Assignments.Of(distribution.Space))
        {
            var probability = 1.0;
            foreach (var factor in distribution.Factors)
            {
                probability *= distribution.Probabilities(factor)[factor.Combination(values)!.Value];
            }

            var architecture = distribution.Space.Architecture(values);
            probabilities[architecture] = probabilities.GetValueOrDefault(architecture) + probability;
        }

        return probabilities;
    }

    public static double[] Gradient(Distribution distribution, Architecture architecture, double weight = 1)
    {
        var gradient = new double[distribution.Logits.Length];
        distribution.AddGradient(architecture, weight, gradient);
        return gradient;
    }

    /// <summary>∂f/∂α by central differences.</summary>
    public static double[] Differences(Distribution distribution, Func<Distribution, double> f)
    {
        const double Step = 1e-5;
        return [.. Enumerable.Range(0, distribution.Logits.Length).Select(i => (At(i, Step) - At(i, -Step)) / (2 * Step))];

        double At(int i, double step)
        {
            var logits = distribution.Logits.ToArray();
            logits[i] += step;
            return f(With(distribution, logits));
        }
    }
}
