using TorchSharp;

namespace NasEngine.Networks.Tests.Training;

/// <summary>The average of weights, against the recursion by hand.</summary>
public sealed class WeightAverageTests
{
    [Fact]
    public void It_follows_the_recursion_and_replaces_the_weights_at_the_end()
    {
        using var scope = torch.NewDisposeScope();
        var weights = torch.tensor(new[] { 1f, 2f });
        var statistic = torch.tensor(new[] { 10f });
        using var average = new WeightAverage(0.15, weights, [statistic]);
        double[] expected = [1, 2, 10];
        for (var step = 0; step < 4; step++)
        {
            weights.Add_(1);
            statistic.Multiply_(2);
            average.Add();
            var decay = Math.Min(0.15, (1.0 + step) / (10 + step));
            double[] now = [.. weights.data<float>().Select(value => (double)value), statistic.data<float>()[0]];
            expected = [.. expected.Zip(now, (before, value) => (decay * before) + ((1 - decay) * value))];
        }

        average.Put();

        weights.data<float>().Concat(statistic.data<float>()).Zip(expected).Should()
            .AllSatisfy(pair => ((double)pair.First).Should().BeApproximately(pair.Second, 1e-5));
    }
}
