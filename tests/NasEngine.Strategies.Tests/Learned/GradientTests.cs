using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Learned;

namespace NasEngine.Strategies.Tests.Learned;

public sealed class GradientTests
{
    private static readonly ToySpace Space = new();
    private static readonly int[] Sequence = [3, 0, 2, 2, 1];

    [Theory]
    [InlineData(1, "1 5 hswish linear - -", 0.0)]
    [InlineData(2, "2 7 relu linear 3 hswish", 0.0)]
    [InlineData(1, "2 7 relu linear 3 hswish", 1.1)]
    public void The_gradient_of_log_probabilities_and_entropies_is_their_slope(int layers, string text, double bound)
    {
        var policy = new SequencePolicy(Space.Decisions, layers, 4, _ => new LogitBound(bound > 0 ? 2.5 : 1, bound));
        var (parameters, architecture) = (Begin(policy.Count), Space.Parse(text));
        double[] weights = [0.7, -1.3, 0.4, 2.1, -0.2];
        var gradient = new double[policy.Count];
        var episode = policy.Of(parameters, architecture);
        weights = weights[..episode.Decisions.Count];

        policy.Backward(parameters, episode, episode.LogitGradients(weights, 0.3), gradient);

        Slopes.ShouldBe(gradient, parameters, at =>
        {
            var there = policy.Of(at, architecture);
            return there.LogProbabilities.Zip(weights, (one, weight) => one * weight).Sum() + 0.3 * there.Entropy;
        });
    }

    [Fact]
    public void The_gradient_of_the_squared_error_of_either_surrogate_is_its_slope()
    {
        foreach (var surrogate in new Surrogate[] { new MlpSurrogate(4, 5), new LstmSurrogate(4, 5) })
        {
            var parameters = Begin(surrogate.Count);
            var gradient = new double[surrogate.Count];

            surrogate.Learn(parameters, Sequence, 0.9, gradient);

            Slopes.ShouldBe(gradient, parameters, at => Math.Pow(surrogate.Reader(at)(Sequence) - 0.9, 2));
        }
    }

    private static double[] Begin(int count) => Parameters.Uniform(count, 0.8, RandomSource.For(3, 0, "begin"));
}
