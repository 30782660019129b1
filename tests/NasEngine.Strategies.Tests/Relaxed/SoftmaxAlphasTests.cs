using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Relaxed;

namespace NasEngine.Strategies.Tests.Relaxed;

public sealed class SoftmaxAlphasTests
{
    private static readonly IRelaxedSpace Space = new ToySpace();

    [Fact]
    public void Weights_are_the_softmax_of_each_decision()
    {
        var alphas = new SoftmaxAlphas(Space.Relaxed, [0, Math.Log(3), 1000, 1000, 1000 + Math.Log(2), 0, 0, 5, 0, 0, 0, 0, 0]);

        alphas.Weights["depth"].Should().Equal([0.25, 0.75], Near);
        alphas.Weights["first.kernel"].Should().Equal([0.25, 0.25, 0.5], Near);
        alphas.Weights["head"].Should().Equal(1);
        alphas.Mixture("toy").Decisions["depth"].Should().Equal(new ChoiceWeight(0, alphas.Weights["depth"][0]), new ChoiceWeight(1, alphas.Weights["depth"][1]));
    }

    [Fact]
    public void Entropy_is_that_of_all_softmaxes_together() =>
        new SoftmaxAlphas(Space.Relaxed, new double[13]).Entropy.Should().BeApproximately(Math.Log(2 * 3 * 2 * 1 * 3 * 2), 1e-12);

    [Fact]
    public void The_gradient_is_that_of_the_loss_by_differences()
    {
        const double h = 1e-6;
        var alphas = SoftmaxAlphas.Drawn(Space.Relaxed, spread: 1, RandomSource.For(3, 0, "alphas"));
        var measured = Measure(alphas);

        var gradient = alphas.Gradient(decision => measured.Series[SeriesNames.ValidationGradient(0, decision)]);

        for (var i = 0; i < gradient.Length; i++)
        {
            var (above, below) = (alphas.Logits.ToArray(), alphas.Logits.ToArray());
            (above[i], below[i]) = (above[i] + h, below[i] - h);
            gradient[i].Should().BeApproximately((Loss(above) - Loss(below)) / (2 * h), 1e-8);
        }
    }

    private static double Loss(double[] logits) => Measure(new SoftmaxAlphas(Space.Relaxed, logits)).Metrics[MetricNames.ValidationLoss];

    private static Measurement Measure(SoftmaxAlphas alphas) =>
        ToyEstimator.Measure(new Candidate(0, new SupernetStep("uniform", [], [alphas.Mixture("toy")], SupernetStep.NoSettings)));

    private static bool Near(double one, double other) => Math.Abs(one - other) < 1e-12;
}
