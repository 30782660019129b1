using TorchSharp;

namespace NasEngine.Networks.Tests.Training;

public sealed class FlatAdamTests
{
    /// <summary>Against algorithm 1 of arXiv 1412.6980 written out in double precision.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    public void Steps_equal_the_paper_s(double decay)
    {
        using var scope = torch.NewDisposeScope();
        var settings = new AdamSettings(LearningRate: 0.05, Beta1: 0.8, Beta2: 0.99, Epsilon: 1e-6, WeightDecay: decay);
        using var weights = Flat.Of(("w", torch.tensor([1f, -2f, 3f, 0.5f], [2, 2])), ("b", torch.tensor([0.25f])));
        using var adam = new FlatAdam(settings, weights);
        double[] expected = [1, -2, 3, 0.5, 0.25];
        var (m, v) = (new double[5], new double[5]);

        for (var step = 1; step <= 4; step++)
        {
            var slopes = Enumerable.Range(0, 5).Select(i => (float)Math.Sin((step * 3) + i)).ToArray();
            using var gradients = Flat.Of(("w", torch.tensor(slopes[..4], [2, 2])), ("b", torch.tensor(slopes[4..])));
            adam.Step(gradients);
            for (var i = 0; i < 5; i++)
            {
                var slope = slopes[i] + (i < 4 ? decay * expected[i] : 0);
                m[i] = (settings.Beta1 * m[i]) + ((1 - settings.Beta1) * slope);
                v[i] = (settings.Beta2 * v[i]) + ((1 - settings.Beta2) * slope * slope);
                expected[i] -= settings.LearningRate * (m[i] / (1 - Math.Pow(settings.Beta1, step)))
                    / (Math.Sqrt(v[i] / (1 - Math.Pow(settings.Beta2, step))) + settings.Epsilon);
            }
        }

        var actual = weights.Views["w"].data<float>().Concat(weights.Views["b"].data<float>()).Select(value => (double)value);
        actual.Zip(expected, (a, b) => Math.Abs(a - b)).Max().Should().BeLessThan(1e-6);
    }
}
