using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Relaxed;

namespace NasEngine.Strategies.Tests.Relaxed;

public sealed class SoftmaxTests
{
    private static readonly IRelaxedSpace Space = new ToySpace();

    [Fact]
    public void Weights_are_the_softmax_of_each_decision()
    {
        var weights = Softmax.Of(new ChoiceValues(Space.Relaxed, [0, Math.Log(3), 1000, 1000, 1000 + Math.Log(2), 0, 0, 5, 0, 0, 0, 0, 0]));

        weights.Named["depth"].Should().Equal([0.25, 0.75], Near);
        weights.Named["first.kernel"].Should().Equal([0.25, 0.25, 0.5], Near);
        weights.Named["head"].Should().Equal(1);
        weights.Mixture().Decisions["depth"].Should().Equal(
            new ChoiceWeight(0, weights.Named["depth"][0]), new ChoiceWeight(1, weights.Named["depth"][1]));
    }

    [Fact]
    public void A_temperature_divides_the_logits() =>
        Softmax.Of(new ChoiceValues(Space.Relaxed, [0, 2 * Math.Log(3), 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0]), temperature: 2)
            .Named["depth"].Should().Equal([0.25, 0.75], Near);

    [Fact]
    public void Logarithms_are_those_of_the_weights()
    {
        var logits = ChoiceValues.Drawn(Space.Relaxed, 300, 5, RandomSource.For(1, 0, "alphas"));

        Softmax.Log(logits).All.ToArray().Select(Math.Exp).Should().Equal(Softmax.Of(logits).All.ToArray(), Near);
    }

    [Fact]
    public void Entropy_is_that_of_all_softmaxes_together() =>
        Softmax.Entropy(Softmax.Of(ChoiceValues.Of(Space.Relaxed, 7))).Should().BeApproximately(Math.Log(2 * 3 * 2 * 1 * 3 * 2), 1e-12);

    [Theory]
    [InlineData(1)]
    [InlineData(0.3)]
    public void The_gradient_is_that_of_the_loss_by_differences(double temperature)
    {
        const double h = 1e-6;
        var logits = ChoiceValues.Drawn(Space.Relaxed, 0, 1, RandomSource.For(3, 0, "alphas"));
        var weights = Softmax.Of(logits, temperature);

        var slopes = Slopes.Measured("test", Space.Relaxed, weights.Mixture(), Measure(weights));
        var gradient = Softmax.Back(weights, slopes, temperature).All.ToArray();

        for (var i = 0; i < gradient.Length; i++)
        {
            gradient[i].Should().BeApproximately((Loss(i, h) - Loss(i, -h)) / (2 * h), 1e-8);
        }

        double Loss(int place, double by)
        {
            var moved = logits.All.ToArray();
            moved[place] += by;
            return Measure(Softmax.Of(new ChoiceValues(Space.Relaxed, moved), temperature)).Metrics[MetricNames.ValidationLoss];
        }
    }

    [Fact]
    public void The_largest_with_Gumbel_noise_is_a_choice_as_often_as_the_softmax_says()
    {
        const int draws = 20_000;
        var logits = ChoiceValues.Of(Space.Relaxed, 0).Map((decision, zeros) =>
            decision.Name == "first.kernel" ? [Math.Log(0.2), Math.Log(0.3), Math.Log(0.5)] : zeros);
        var random = RandomSource.For(5, 0, "noise");
        var counts = new double[3];
        for (var i = 0; i < draws; i++)
        {
            counts[Gumbel.Perturbed(logits, random).Largest().Decisions["first.kernel"].Single().Choice]++;
        }

        counts.Select(count => count / draws).Should().Equal([0.2, 0.3, 0.5], (one, other) => Math.Abs(one - other) < 0.015);
    }

    [Fact]
    public void Choices_that_did_not_run_have_no_slope()
    {
        var mixture = Mixture.Of("toy").With("first.kernel", [new ChoiceWeight(2, 0.5), new ChoiceWeight(0, 0.5)]);
        var measured = new Measurement().With(SeriesNames.ValidationGradient(0, "first.kernel"), [7, 3]);

        Slopes.Measured("test", Space.Relaxed, mixture, measured).All.ToArray().Should().Equal(0, 0, 3, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    private static Measurement Measure(ChoiceValues weights) =>
        ToyEstimator.Measure(new Candidate(0, new SupernetStep("uniform", [], [weights.Mixture()], SupernetStep.NoSettings)));

    private static bool Near(double one, double other) => Math.Abs(one - other) < 1e-12;
}
