namespace NasEngine.Contracts.Tests.Strategies;

/// <summary>Expected values are recorded from torch.optim.Adam of torch 1.13, float64, for the gradients (1, −2), (½, ¼), (−3, 0).</summary>
public sealed class AdamTests
{
    private static readonly double[][] Gradients = [[1, -2], [0.5, 0.25], [-3, 0]];

    [Fact]
    public void It_goes_uphill_as_that_of_torch_does_with_maximize()
    {
        var adam = new Adam(new AdamOptions(), 2);
        Gradients.Aggregate(new double[2], (values, gradient) => adam.Ascend(values, gradient))
            .Should().Equal([0.15849561119334388, -0.20151054493273007], Near);
    }

    [Fact]
    public void It_goes_downhill_with_a_penalty_as_that_of_torch()
    {
        var adam = new Adam(new AdamOptions(LearningRate: 0.03, FirstDecay: 0.5, WeightDecay: 0.1), 2);
        Gradients.Aggregate((double[])[0.3, -0.7], (values, gradient) => adam.Descend(values, gradient))
            .Should().Equal([0.26734275482144365, -0.6513731755833141], Near);
    }

    private static bool Near(double ours, double torch) => Math.Abs(ours - torch) < 1e-15;
}
